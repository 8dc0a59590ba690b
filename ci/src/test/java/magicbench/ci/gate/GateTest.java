package magicbench.ci.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import magicbench.results.verdict.Comparison;
import magicbench.results.verdict.Comparison.Change;
import magicbench.results.verdict.Comparison.Kind;
import org.junit.jupiter.api.Test;

final class GateTest {

  private static final TestReports CLEAN = new TestReports(2, List.of(), List.of());

  @Test
  void verdicts_that_are_the_same_better_or_new_pass() {
    GateResult result = gate(changes(Kind.SAME, Kind.BETTER, Kind.NEW), CLEAN, true);

    assertThat(result.passed()).isTrue();
    assertThat(result.lastLine())
        .isEqualTo("Gate: passed, 3 claims, nothing worse, missing or crashed.");
  }

  @Test
  void a_worse_verdict_fails() {
    assertThat(gate(changes(Kind.SAME, Kind.WORSE), CLEAN, true).reasons())
        .containsExactly("worse: claim.1: it moved");
  }

  @Test
  void an_accepted_claim_that_was_not_judged_fails_a_whole_run() {
    assertThat(gate(changes(Kind.MISSING), CLEAN, true).passed()).isFalse();
  }

  @Test
  void an_accepted_claim_of_another_suite_is_passed_over() {
    GateResult result = gate(changes(Kind.SAME, Kind.MISSING), CLEAN, false);

    assertThat(result.passed()).isTrue();
    assertThat(result.lines()).hasSize(1);
  }

  @Test
  void a_crash_fails_whatever_the_verdicts() {
    TestReports crashed = new TestReports(1, List.of("a.Suite: broke"), List.of());

    assertThat(gate(changes(Kind.BETTER), crashed, true).lastLine())
        .isEqualTo("Gate: FAILED, crashed: a.Suite: broke");
  }

  @Test
  void a_contradicted_test_alone_passes() {
    TestReports contradicted = new TestReports(1, List.of(), List.of("a.Suite claim"));

    assertThat(gate(changes(Kind.SAME), contradicted, true).passed()).isTrue();
  }

  @Test
  void no_report_at_all_fails() {
    TestReports none = new TestReports(0, List.of(), List.of());

    assertThat(gate(changes(Kind.SAME), none, true).passed()).isFalse();
  }

  @Test
  void the_last_line_counts_further_reasons() {
    assertThat(gate(changes(Kind.WORSE, Kind.WORSE, Kind.WORSE), CLEAN, true).lastLine())
        .endsWith("(and 2 more)");
  }

  private static GateResult gate(Comparison comparison, TestReports tests, boolean wholeRun) {
    return new Gate(false)
        .decide(
            new Inspection(
                Optional.empty(),
                Optional.of(comparison),
                Optional.of(tests),
                List.of(),
                List.of(),
                wholeRun));
  }

  @Test
  void what_a_repetition_shows_to_be_worse_fails() {
    Inspection inspection =
        new Inspection(
            Optional.empty(),
            Optional.of(changes(Kind.SAME)),
            Optional.of(CLEAN),
            List.of(),
            List.of("worse: claim.0: effect moved"),
            true);

    assertThat(new Gate(false).decide(inspection).lastLine())
        .isEqualTo("Gate: FAILED, regression: worse: claim.0: effect moved");
  }

  private static Comparison changes(Kind... kinds) {
    List<Kind> all = Arrays.asList(kinds);
    return new Comparison(
        IntStream.range(0, all.size())
            .mapToObj(i -> new Change("claim." + i, all.get(i), "A", "B", "it moved"))
            .toList());
  }
}
