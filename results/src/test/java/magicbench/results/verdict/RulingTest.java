package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.stats.Interval;
import magicbench.results.stats.SignFlip;
import org.junit.jupiter.api.Test;

class RulingTest {

  private static final double[] SPREAD = {0.1, 0.2, 0.3, 0.1, 0.2, 0.3, 0.1, 0.4};

  @Test
  void is_undecided_when_the_interval_holds_the_tolerance() {
    Verdict verdict = ruling(new Interval(0.1, 0.3, 0.95), 0.0078, 0.2).verdict();

    // Mean 0.2125, 0.0125 from the tolerance, standard deviation 0.1126: 1.96 * 0.1126 / 0.0125
    // squared is 312 seeds, a few more by Student's quantile, of which 8 are there.
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided -> assertThat(undecided.seedsNeeded().orElseThrow()).isBetween(300, 310));
  }

  @Test
  void needs_no_number_of_seeds_when_the_effect_sits_on_the_tolerance() {
    assertThat(ruling(new Interval(0.1, 0.3, 0.95), 0.0078, 0.2125).verdict())
        .isInstanceOfSatisfying(
            Verdict.Undecided.class, undecided -> assertThat(undecided.seedsNeeded()).isEmpty());
  }

  @Test
  void is_undecided_when_only_the_test_disagrees() {
    assertThat(ruling(new Interval(0.21, 0.3, 0.95), 0.06, 0.2).verdict())
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided -> {
              assertThat(undecided.seedsNeeded()).isEqualTo(OptionalInt.of(1));
              assertThat(undecided.reason()).contains("beyond the tolerance").contains("p = 0.060");
            });
  }

  @Test
  void is_reproduced_at_exactly_the_level() {
    assertThat(ruling(new Interval(0.21, 0.3, 0.95), 0.05, 0.2).verdict().word())
        .isEqualTo("REPRODUCED");
  }

  @Test
  void is_undecided_when_the_interval_ends_on_the_tolerance() {
    assertThat(ruling(new Interval(0.2, 0.3, 0.95), 0.0078, 0.2).verdict().word())
        .isEqualTo("UNDECIDED");
    assertThat(ruling(new Interval(0.1, 0.2, 0.95), 0.0078, 0.2).verdict().word())
        .isEqualTo("UNDECIDED");
  }

  @Test
  void is_undecided_when_the_direction_holds_and_only_the_size_falls_short() {
    assertThat(ruling(new Interval(0.1, 0.1999, 0.95), 0.0078, 0.2).verdict())
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided ->
                assertThat(undecided.reason())
                    .contains("in the claimed direction but wholly short of the tolerance"));
  }

  @Test
  void is_contradicted_when_the_interval_lies_around_zero_within_the_tolerance() {
    assertThat(ruling(new Interval(-0.1, 0.1999, 0.95), 0.7, 0.2).verdict())
        .isInstanceOfSatisfying(
            Verdict.Contradicted.class,
            contradicted ->
                assertThat(contradicted.reason()).contains("absent or too small to count"));
  }

  private static Ruling ruling(Interval interval, double adjustedPValue, double tolerance) {
    SortedMap<Long, Double> perSeed = new TreeMap<>();
    for (int seed = 0; seed < SPREAD.length; seed++) {
      perSeed.put((long) seed, SPREAD[seed]);
    }
    Estimate effect = new Estimate("rho", 0.2125, interval, 100, SPREAD.length);
    Evidence evidence =
        new Evidence(
            effect,
            perSeed,
            SignFlip.test(SPREAD),
            adjustedPValue,
            List.of(),
            List.of(),
            List.of(),
            new DoseResponse("cause", "outcome", List.of()),
            List.of(),
            effect,
            "",
            List.of());
    Inquiry inquiry = new Inquiry(Claims.rises(), "bench", List.of());
    return new Ruling(inquiry, evidence, List.of(), 1, tolerance);
  }
}
