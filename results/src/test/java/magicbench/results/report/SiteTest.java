package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import magicbench.results.file.Json;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Verdicts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

final class SiteTest {

  private static final String SETTLED = "claims/laptop/interference.grows-with-differences.html";
  private static final String OPEN = "claims/laptop/similarity.inputs.html";
  private static final String NOT_RUN = "claims/smoke/interference.grows-with-differences.html";

  @TempDir static Path small;
  @TempDir static Path realistic;

  @TempDir Path folder;

  @BeforeAll
  static void writeSites() {
    write(Fixture.small().verdicts(), Fixture.small().records(), small);
    write(Fixture.realistic().verdicts(), Fixture.realistic().records(), realistic);
  }

  @Test
  void writes_the_pages_drawings_and_data_of_the_golden_site() {
    Golden.assertSame(small.resolve("index.html"), "index.html");
    Golden.assertSame(small.resolve(SETTLED), "claim.html");
    Golden.assertSame(
        small.resolve("plots/laptop/interference.grows-with-differences-dose-response.svg"),
        "dose-response.svg");
    Golden.assertSame(small.resolve("data/laptop/similarity.inputs-pairs.csv"), "pairs.csv");
  }

  @Test
  void writes_well_formed_pages_and_drawings_of_realistic_size() {
    List<Path> pages = SiteFiles.ending(realistic, ".html", ".svg");
    assertThat(pages).hasSizeGreaterThan(10);
    assertThat(pages).allSatisfy(page -> assertThat(SiteFiles.parse(page)).isNotNull());
  }

  @Test
  void refers_only_to_files_and_headings_that_it_writes() {
    for (Path page : SiteFiles.ending(small, ".html")) {
      assertThat(SiteFiles.targets(page)).isNotEmpty().allSatisfy(SiteFiles::assertResolves);
    }
  }

  @Test
  void gives_every_element_of_a_page_its_own_id() {
    for (Path page : SiteFiles.ending(small, ".html")) {
      assertThat(SiteFiles.attributes(SiteFiles.parse(page), "id")).doesNotHaveDuplicates();
    }
  }

  @Test
  void gives_the_same_bytes_whatever_the_order_of_the_records() {
    // given
    Fixture fixture = Fixture.small();
    Map<String, RunRecord> backwards = new LinkedHashMap<>();
    List<String> ids = new ArrayList<>(fixture.records().keySet());
    Collections.sort(ids, Collections.reverseOrder());
    ids.forEach(id -> backwards.put(id, fixture.records().get(id)));

    // when
    write(fixture.verdicts(), fixture.records(), folder.resolve("a"));
    write(fixture.verdicts(), backwards, folder.resolve("b"));

    // then
    assertThat(SiteFiles.contents(folder.resolve("a")))
        .isEqualTo(SiteFiles.contents(folder.resolve("b")));
  }

  @Test
  void keeps_the_exact_value_of_every_estimate_on_the_page() {
    Judgement judgement = Fixture.small().settled("Any");

    List<Double> shown =
        SiteFiles.attributes(SiteFiles.parse(small.resolve(SETTLED)), "value").stream()
            .map(Double::valueOf)
            .toList();
    assertThat(shown).containsAll(SiteFiles.numbers(judgement));
  }

  @Test
  void shows_digits_that_agree_with_the_exact_value() {
    Document page = SiteFiles.parse(realistic.resolve(SETTLED));
    assertThat(SiteFiles.shownNumbers(page)).isNotEmpty().allSatisfy(SiteFiles::assertAgrees);
  }

  @Test
  void escapes_hostile_text() {
    // given
    Fixture fixture = Fixture.small();
    String hostile = "<script>alert(\"x\")</script> & 'quotes' \u0000";
    Verdicts verdicts =
        new Verdicts(
            Verdicts.SCHEMA_VERSION, "laptop", "5e".repeat(32), List.of(fixture.settled(hostile)));

    // when
    write(List.of(verdicts), fixture.records(), folder);

    // then
    Document page = SiteFiles.parse(folder.resolve(SETTLED));
    assertThat(SiteFiles.attributes(page, "type")).containsOnly("application/json");
    assertThat(SiteFiles.attributes(page, "src")).containsExactly("../../assets/plots.js");
    assertThat(page.getElementsByTagName("script").getLength()).isEqualTo(2);
    assertThat(page.getElementsByTagName("h1").item(0).getTextContent())
        .isEqualTo(hostile.replace('\u0000', '\uFFFD'));
    assertThat(page.getElementsByTagName("blockquote").item(0).getTextContent())
        .contains("<script>alert(\"x\")</script> & 'quotes' ");
  }

  @Test
  void says_unknown_where_the_paper_or_a_record_does_not_know() {
    Map<String, String> facts = SiteFiles.facts(SiteFiles.parse(small.resolve(SETTLED)));
    assertThat(facts)
        .containsEntry("Energy, summed", "unknown")
        .containsEntry("Processor", "unknown")
        .containsEntry("The paper\u2019s value", "unknown: not found in any source");
  }

  @Test
  void does_not_take_an_unknown_cost_for_zero() {
    assertThat(SiteFiles.facts(SiteFiles.parse(small.resolve(SETTLED))))
        .containsEntry(
            "CPU time, summed", "at least 1\u00a0min 57\u00a0s (unknown for 1 of 3 trials)");
  }

  @Test
  void lists_every_value_where_records_disagree() {
    assertThat(SiteFiles.facts(SiteFiles.parse(small.resolve(SETTLED))))
        .containsEntry("Uncommitted changes", "no yes");
  }

  @Test
  void says_how_many_seeds_an_undecided_claim_needs() throws Exception {
    assertThat(Files.readString(small.resolve(OPEN)))
        .contains(
            "To settle it: at least 3 more super-net seeds. Each further seed at best halves");
  }

  @Test
  void has_a_page_for_a_claim_that_was_not_run() throws Exception {
    assertThat(Files.readString(small.resolve(NOT_RUN)))
        .contains("No record was found.", "nothing was run", "No trial was judged.")
        .doesNotContain("<figure>");
  }

  @Test
  void lists_a_trial_whose_record_is_not_at_hand() throws Exception {
    // given
    Fixture fixture = Fixture.small();

    // when
    write(fixture.verdicts(), Map.of(), folder);

    // then
    assertThat(Files.readString(folder.resolve(SETTLED)))
        .contains("no record at hand")
        .doesNotContain("nothing was run");
  }

  @Test
  void copies_every_record_as_it_is() throws Exception {
    for (Map.Entry<String, RunRecord> entry : Fixture.small().records().entrySet()) {
      assertThat(Files.readString(small.resolve("data/laptop/" + entry.getKey() + ".json")))
          .isEqualTo(Json.write(entry.getValue()));
    }
  }

  @Test
  void refuses_the_same_scale_twice() {
    List<Verdicts> twice =
        List.of(
            new Verdicts(Verdicts.SCHEMA_VERSION, "laptop", "5e".repeat(32), List.of()),
            new Verdicts(Verdicts.SCHEMA_VERSION, "laptop", "7a".repeat(32), List.of()));

    assertThatThrownBy(() -> write(twice, Map.of(), folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("laptop");
  }

  @Test
  void refuses_a_scale_that_would_leave_the_folder() {
    List<Verdicts> outside =
        List.of(new Verdicts(Verdicts.SCHEMA_VERSION, "../up", "5e".repeat(32), List.of()));

    assertThatThrownBy(() -> write(outside, Map.of(), folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("../up");
  }

  private static void write(
      List<Verdicts> verdicts, Map<String, RunRecord> recordsById, Path folder) {
    Site.write(
        verdicts.stream().map(each -> new ReportedScale(each, recordsById)).toList(),
        List.of(),
        folder);
  }
}
