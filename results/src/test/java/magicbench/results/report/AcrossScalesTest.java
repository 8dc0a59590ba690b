package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Verdicts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages on what runs through several scales: claims, methods, data. */
class AcrossScalesTest {

  private static final String CLAIM = "interference.grows-with-differences.html";

  @TempDir static Path site;

  @BeforeAll
  static void writeSite() {
    Site.write(
        Fixture.small().verdicts().stream()
            .map(each -> new ReportedScale(each, Fixture.small().records()))
            .toList(),
        List.of(),
        site);
  }

  private static String page(String name) throws IOException {
    return Files.readString(site.resolve(name));
  }

  @Test
  void a_claim_shows_its_verdict_at_every_scale_on_each_of_its_pages() throws IOException {
    assertThat(page("claims/laptop/" + CLAIM))
        .contains("laptop (this page)", "href=\"../../claims/smoke/" + CLAIM + "\">smoke</a>");
    assertThat(page("claims/smoke/" + CLAIM))
        .contains("smoke (this page)", "href=\"../../claims/laptop/" + CLAIM + "\">laptop</a>");
  }

  @Test
  void a_claim_shows_its_verdict_under_other_tolerances_at_every_scale() {
    Judgement settled = Fixture.small().settled("Any");

    assertThat(LadderSection.of(settled, List.of(settled, settled)).get(0).render())
        .contains("<data value=\"0.5\">0.5\u00d7</data>", "<data value=\"2.0\">2\u00d7</data>");
  }

  @Test
  void a_claim_of_one_scale_has_no_ladder() throws IOException {
    assertThat(page("claims/laptop/similarity.inputs.html")).doesNotContain("At every scale");
  }

  @Test
  void a_method_has_a_page_with_its_trials_claims_and_settings_at_every_scale() throws IOException {
    assertThat(page("methods/spos.html"))
        .contains("href=\"../runs/laptop.html#records-interference-probe.spos\">2 records</a>")
        .contains("href=\"../runs/smoke.html#records-interference-probe.spos\">2 records</a>")
        .contains("Interference grows with operator difference", "1 of 2")
        .contains("<code>rows</code>");
  }

  @Test
  void the_first_page_leads_to_every_method_and_to_the_data() throws IOException {
    assertThat(page("index.html"))
        .contains("href=\"methods/spos.html\"", "href=\"data.html\"", "href=\"spaces.html\"");
  }

  @Test
  void a_data_file_is_listed_with_hash_licence_and_who_read_it() throws IOException {
    assertThat(page("data.html"))
        .contains("europarl-en", "ab12".repeat(16), "public")
        .contains("<data value=\"1.1534336E7\">11534336</data>")
        .contains("href=\"runs/laptop.html#records-interference-probe\"");
  }

  @Test
  void a_scale_that_nothing_was_judged_at_is_told_too(@TempDir Path other) {
    Verdicts none = new Verdicts(Verdicts.SCHEMA_VERSION, "empty", "5e".repeat(32), List.of());

    Site.write(List.of(new ReportedScale(none, Fixture.small().records())), List.of(), other);

    for (Path each : SiteFiles.ending(other, ".html")) {
      assertThat(SiteFiles.targets(each)).isNotEmpty().allSatisfy(SiteFiles::assertResolves);
    }
  }
}
