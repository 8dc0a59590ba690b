package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteHistoryTest {

  private static final String CLAIM = History.CLAIM;

  @TempDir static Path folder;

  @BeforeAll
  static void writeASiteThatRemembers() {
    Fixture fixture = Fixture.small();
    List<ReportedScale> scales =
        fixture.verdicts().stream()
            .map(verdicts -> new ReportedScale(verdicts, fixture.records()))
            .toList();
    Site.write(scales, List.of(), History.remembered(), folder);
  }

  @Test
  void a_claims_page_lists_its_earlier_runs() throws IOException {
    assertThat(page("claims/laptop/" + CLAIM + ".html"))
        .contains("Over time", "<code>abcdef0123</code>", "2026-01-31", "data value=\"0.25\"")
        .contains("data value=\"360.0\"");
  }

  @Test
  void a_claim_without_earlier_runs_says_nothing_of_them() throws IOException {
    assertThat(page("claims/laptop/similarity.inputs.html")).doesNotContain("Over time");
  }

  @Test
  void the_first_page_tells_how_often_the_gate_sounds() throws IOException {
    assertThat(page("index.html"))
        .contains("How far to trust the gate", "<data value=\"0.25\">0.25</data> %</span>")
        .contains("href=\"data/alarm-rates.json\"");
  }

  @Test
  void pages_are_well_formed_and_refer_to_what_is_there() {
    for (Path page : SiteFiles.ending(folder, ".html")) {
      assertThat(SiteFiles.targets(page)).allSatisfy(SiteFiles::assertResolves);
    }
  }

  private static String page(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }
}
