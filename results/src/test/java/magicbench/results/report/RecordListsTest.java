package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.Test;

/** Lists that numbers lead to. */
class RecordListsTest {

  private static final List<RunRecord> PROBES = Fixture.realistic().probes();
  private static final RecordLists LISTS = new RecordLists("records", "../", "laptop", PROBES);

  @Test
  void a_link_says_how_many_records_its_list_holds() {
    assertThat(LISTS.link("interference-probe", "spos").render().strip())
        .isEqualTo("<a href=\"#records-interference-probe.spos\">8 records</a>");
  }

  @Test
  void a_list_holds_every_record_once() {
    String section = LISTS.section("Records").render();

    assertThat(section).contains("id=\"records-interference-probe.spos\"");
    assertThat(PROBES)
        .allSatisfy(
            record ->
                assertThat(section)
                    .containsOnlyOnce("href=\"../data/laptop/" + record.trial().id() + ".json\""));
  }

  @Test
  void what_was_not_run_has_no_records() {
    assertThat(LISTS.holds("interference-probe", "other")).isFalse();
    assertThat(LISTS.link("interference-probe", "other").render()).contains("0 records");
  }
}
