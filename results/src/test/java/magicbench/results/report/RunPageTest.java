package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunPageTest {

  @TempDir static Path folder;

  private static final Fixture FIXTURE = Fixture.small();

  @BeforeAll
  static void write() {
    List<ReportedScale> scales =
        FIXTURE.verdicts().stream()
            .map(verdicts -> new ReportedScale(verdicts, FIXTURE.records()))
            .toList();
    Site.write(scales, List.of(), folder);
  }

  @Test
  void the_first_page_leads_to_it() throws IOException {
    assertThat(page("index.html"))
        .contains("<a href=\"runs/laptop.html\">What was run at laptop</a>");
  }

  @Test
  void it_counts_the_trials_of_each_method() throws IOException {
    RunRecord any = FIXTURE.records().values().iterator().next();
    long alike =
        FIXTURE.records().values().stream()
            .filter(record -> record.trial().kind().equals(any.trial().kind()))
            .filter(record -> record.trial().method().equals(any.trial().method()))
            .count();

    assertThat(page("runs/laptop.html"))
        .contains(Words.phrase(any.trial().kind()), any.trial().method())
        .contains("<data value=\"" + alike + ".0\">" + alike + "</data>");
  }

  @Test
  void it_lists_settings_code_and_data() throws IOException {
    assertThat(page("runs/laptop.html"))
        .contains("<h2 id=\"settings\">Settings</h2>", "<h2 id=\"provenance\">Provenance</h2>")
        .contains("Fingerprint of the code");
  }

  @Test
  void its_links_lead_somewhere() {
    assertThat(SiteFiles.targets(folder.resolve("runs/laptop.html")))
        .isNotEmpty()
        .allSatisfy(SiteFiles::assertResolves);
  }

  private static String page(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }
}
