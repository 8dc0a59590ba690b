package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Reached;
import magicbench.results.verdict.Verdicts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a claim that states a level. */
class LevelPageTest {

  private static final String PAGE = "claims/bench/imagenet.top-1-within-600m.html";

  private static final List<RunRecord> RECORDS = Reached.records(76.5, 76.6, 76.7, 76.8, 76.9);
  private static final Judgement JUDGEMENT = Reached.judge(RECORDS);

  @TempDir static Path site;
  @TempDir static Path single;

  @BeforeAll
  static void writeSites() {
    write(JUDGEMENT, RECORDS, site);
    write(Reached.judge(RECORDS.subList(0, 1)), RECORDS.subList(0, 1), single);
  }

  private static void write(Judgement judgement, List<RunRecord> records, Path folder) {
    SortedMap<String, RunRecord> byId = new TreeMap<>();
    records.forEach(record -> byId.put(record.trial().id(), record));
    Verdicts verdicts =
        new Verdicts(Verdicts.SCHEMA_VERSION, "bench", "0123456789abcdef", List.of(judgement));
    Site.write(List.of(new ReportedScale(verdicts, byId)), List.of(), folder);
  }

  private static String text(Path folder, String page) throws IOException {
    return Files.readString(folder.resolve(page)).replaceAll("<[^>]*>", "");
  }

  @Test
  void says_what_is_claimed_and_how_it_is_measured() {
    Map<String, String> facts = SiteFiles.facts(SiteFiles.parse(site.resolve(PAGE)));

    assertThat(facts)
        .containsEntry(
            "Claimed",
            "task score under magic-at reaches the paper\u2019s 76.8 % top-1 (secondary), but for"
                + " the tolerance")
        .containsEntry(
            "Measured by",
            "level: the mean over tasks and seeds of each network\u2019s \u201ctaskScore\u201d after"
                + " 100\u00a0% of training, minus the paper\u2019s value; each network has at most"
                + " 600000000 multiply adds")
        .containsEntry(
            "Certainty required",
            "interval of the mean at 95\u00a0%, wholly on one side of the least that counts; no"
                + " test");
  }

  @Test
  void shows_the_papers_value_with_its_grade() {
    assertThat(SiteFiles.facts(SiteFiles.parse(site.resolve(PAGE))))
        .containsEntry(
            "The paper\u2019s value",
            "76.8 % top-1 (secondary): read in somebody else\u2019s account of the paper");
  }

  @Test
  void shows_the_tolerance_and_the_verdict_at_half_once_and_twice() throws IOException {
    assertThat(text(site, PAGE))
        .contains("How far below the paper\u2019s value still counts")
        .containsPattern("0\\.5\u00d7\\s*0\\.219\\s*\\?\\s*UNDECIDED")
        .containsPattern("1\u00d7\\s*0\\.438\\s*\u2713\\s*REPRODUCED")
        .containsPattern("2\u00d7\\s*0\\.876\\s*\u2713\\s*REPRODUCED");
  }

  @Test
  void keeps_the_exact_value_of_every_estimate_and_seed() {
    List<Double> shown =
        SiteFiles.attributes(SiteFiles.parse(site.resolve(PAGE)), "value").stream()
            .map(Double::valueOf)
            .toList();

    assertThat(shown).containsAll(SiteFiles.numbers(JUDGEMENT)).contains(76.5, 76.9);
  }

  @Test
  void says_that_the_interval_decides() throws IOException {
    assertThat(text(site, PAGE))
        .contains("Mean minus the paper\u2019s value: ")
        .contains("No test decides: the interval does.")
        .doesNotContain("The first test decides")
        .doesNotContain("with growing");
  }

  @Test
  void draws_the_least_that_counts_below_the_papers_value() throws IOException {
    assertThat(Files.readString(site.resolve("plots/bench/imagenet.top-1-within-600m-seeds.svg")))
        .contains("Zero: the paper\u2019s value. Dashed: the least that counts.");
  }

  @Test
  void stands_on_the_first_page_with_a_reading_of_its_own() throws IOException {
    assertThat(text(site, "index.html"))
        .contains("none: not asked")
        .contains("76.8 % top-1 (secondary)")
        .contains("Where a claim states a level, the effect is the mean minus the paper");
  }

  @Test
  void tells_a_single_seed_without_an_interval() throws IOException {
    assertThat(text(single, PAGE))
        .contains("no interval")
        .contains("a single seed has no interval")
        .contains("To settle it: at least 1 more super-net seed.");
  }

  @Test
  void every_page_is_well_formed_and_refers_only_to_what_there_is() {
    for (Path page : SiteFiles.ending(site, ".html")) {
      assertThat(SiteFiles.attributes(SiteFiles.parse(page), "id")).doesNotHaveDuplicates();
      assertThat(SiteFiles.targets(page)).isNotEmpty().allSatisfy(SiteFiles::assertResolves);
    }
  }
}
