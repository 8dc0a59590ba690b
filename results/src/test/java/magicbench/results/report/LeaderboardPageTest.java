package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import magicbench.results.plan.Scale;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Tournament;
import magicbench.results.verdict.Verdicts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that sets all methods of a scale side by side. */
class LeaderboardPageTest {

  static final List<Scale.Study> STUDIES =
      List.of(
          new Scale.Study(
              "strength",
              "More of it",
              "strength",
              List.of(
                  new Scale.Study.Point("some", "fancy", "plain"),
                  new Scale.Study.Point("all", "never-run", "plain"))));

  @TempDir static Path site;

  @BeforeAll
  static void writeSite() {
    List<RunRecord> records = new Tournament(3, 6, 0.1, 0.4, 0.02, 0.6, 0.5).records();
    Judgement judgement = Tournament.judge(Tournament.ranksBetter(), records);
    Map<String, RunRecord> byId =
        records.stream().collect(Collectors.toMap(each -> each.trial().id(), Function.identity()));
    Verdicts verdicts =
        new Verdicts(Verdicts.SCHEMA_VERSION, "bench", "0123456789abcdef", List.of(judgement));
    Site.write(
        List.of(new ReportedScale(verdicts, byId, STUDIES, "Kept from before.")), List.of(), site);
  }

  @Test
  void is_sealed() {
    Golden.assertSame(site.resolve("leaderboards/bench.html"), "leaderboard.html");
    Golden.assertSame(
        site.resolve("plots/bench/leaderboard-agreement.svg"), "leaderboard-agreement.svg");
  }

  @Test
  void has_the_better_method_first_and_the_ceiling_below() throws IOException {
    String page = Files.readString(site.resolve("leaderboards/bench.html"));
    assertThat(page.indexOf(">fancy<")).isPositive().isLessThan(page.indexOf(">plain<"));
    assertThat(page).contains("noise ceiling").contains("fancy over plain");
  }

  @Test
  void draws_one_scatter_a_method() {
    assertThat(site.resolve("plots/bench/leaderboard-scatter-fancy.svg")).exists();
    assertThat(site.resolve("plots/bench/leaderboard-scatter-plain.svg")).exists();
  }

  @Test
  void draws_what_a_setting_does_and_says_what_was_not_run() throws IOException {
    assertThat(Files.readString(site.resolve("plots/bench/leaderboard-study-strength.svg")))
        .contains("More of it")
        .contains("not run");
  }

  @Test
  void draws_interference_against_agreement() {
    assertThat(site.resolve("plots/bench/leaderboard-mechanism.svg")).exists();
  }

  @Test
  void says_where_kept_records_come_from() throws IOException {
    assertThat(Files.readString(site.resolve("leaderboards/bench.html")))
        .contains("Kept from before.");
    assertThat(Files.readString(site.resolve("index.html")))
        .contains("Kept from before.")
        .contains("bench, run earlier");
  }

  @Test
  void is_linked_from_the_first_page() throws IOException {
    assertThat(Files.readString(site.resolve("index.html")))
        .contains("href=\"leaderboards/bench.html\"");
  }

  @Test
  void is_well_formed_with_links_that_lead_somewhere() {
    Path page = site.resolve("leaderboards/bench.html");
    assertThat(SiteFiles.attributes(SiteFiles.parse(page), "id")).doesNotHaveDuplicates();
    assertThat(SiteFiles.targets(page)).isNotEmpty().allSatisfy(SiteFiles::assertResolves);
  }
}
