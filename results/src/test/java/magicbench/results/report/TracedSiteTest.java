package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.claim.EvidenceGrade;
import magicbench.results.compare.Pairs;
import magicbench.results.compare.Run;
import magicbench.results.compare.RunComparison;
import magicbench.results.published.PublishedTable;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Pictures;
import magicbench.results.verdict.Timed;
import magicbench.results.verdict.Tournament;
import magicbench.results.verdict.Verdicts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number on every page leads by one click to what it was computed from. */
class TracedSiteTest {

  @TempDir static Path site;
  @TempDir static Path compared;

  @TempDir Path folder;

  @BeforeAll
  static void writeEveryKindOfPage() {
    List<ReportedScale> scales = new ArrayList<>(List.of(bench()));
    Fixture.small()
        .verdicts()
        .forEach(each -> scales.add(new ReportedScale(each, Fixture.small().records())));
    Site.write(scales, List.of(published()), History.remembered(), site);
    Run before = Pairs.run("old/bench", 3, 0.2);
    Run after =
        Pairs.made(Pairs.set(Pairs.run("new/bench", 4, 0.9), "steps", 500), Pairs::elsewhere);
    ComparePage.write(before, after, RunComparison.of(before, after), compared);
  }

  private static ReportedScale bench() {
    List<RunRecord> ranked = new Tournament(3, 6, 0.1, 0.4, 0.02, 0.6, 0.5).records();
    List<Judgement> judged =
        List.of(
            Tournament.judge(Tournament.ranksBetter(), ranked),
            Timed.judge(Timed.records()),
            Pictures.judge(),
            Pictures.judgeTimed());
    SortedMap<String, RunRecord> byId = new TreeMap<>();
    Stream.of(ranked, Timed.records(), Pictures.records(), Pictures.timed())
        .flatMap(List::stream)
        .forEach(record -> byId.put(record.trial().id(), record));
    return new ReportedScale(
        new Verdicts(Verdicts.SCHEMA_VERSION, "bench", "0123456789abcdef", judged),
        byId,
        LeaderboardPageTest.STUDIES,
        "");
  }

  private static PublishedTable published() {
    return new PublishedTable(
        1,
        "others",
        "What others printed",
        "points",
        List.of("interference"),
        List.of("task.accuracy"),
        List.of(
            new PublishedTable.Row(
                "a model",
                "large",
                List.of(81.5),
                Optional.empty(),
                Optional.empty(),
                EvidenceGrade.SECONDARY,
                "a paper, table 1",
                "")));
  }

  @Test
  void has_a_page_of_every_kind() {
    assertThat(SiteFiles.ending(site, ".html"))
        .extracting(page -> site.relativize(page).toString().replaceFirst("[./].*", ""))
        .contains(
            "index",
            "claims",
            "leaderboards",
            "tasks",
            "trade-offs",
            "runs",
            "methods",
            "data",
            "spaces");
  }

  @Test
  void every_row_with_a_decimal_number_and_every_drawing_leads_to_records() {
    assertThat(Untraced.of(site)).isEmpty();
  }

  @Test
  void so_does_every_one_of_the_page_on_two_runs() {
    assertThat(Untraced.of(compared)).isEmpty();
  }

  @Test
  void a_row_and_a_drawing_that_lead_nowhere_would_be_found() throws IOException {
    Files.writeString(
        folder.resolve("page.html"),
        """
        <html xmlns="http://www.w3.org/1999/xhtml"><body>
        <table><tr><td>0.5</td><td><a href="data/x.json">record</a></td></tr>
        <tr><td>1.5</td><td><a href="#trials">records</a></td></tr></table>
        <section><h2 id="trials">Nothing here</h2></section><figure>drawn</figure></body></html>
        """);

    assertThat(Untraced.of(folder)).containsExactly("page.html: 1.5records", "page.html: drawn");
  }

  @Test
  void a_count_of_records_is_that_of_the_list_that_it_leads_to() {
    assertThat(Untraced.miscounted(site)).isEmpty();
  }

  @Test
  void every_page_is_well_formed_and_refers_only_to_what_there_is() {
    for (Path page : SiteFiles.ending(site, ".html")) {
      assertThat(SiteFiles.attributes(SiteFiles.parse(page), "id")).doesNotHaveDuplicates();
      assertThat(SiteFiles.targets(page)).isNotEmpty().allSatisfy(SiteFiles::assertResolves);
    }
  }
}
