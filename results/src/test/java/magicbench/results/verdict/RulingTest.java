package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
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

    // Mean 0.2125, 0.0125 from the tolerance; half the interval towards it is 0.1125, which would
    // have to shrink to a ninth: hundreds of seeds, where the exact test takes 20.
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided ->
                assertThat(undecided.seedsNeeded().orElseThrow())
                    .extracting(SeedsNeeded::atLeast, SeedsNeeded::withinReach)
                    .containsExactly(13, false));
  }

  @Test
  void needs_as_many_seeds_as_shrink_the_interval_off_the_tolerance() {
    // From 0.0125 beyond the tolerance to 0.0875 beyond a tolerance of 0.125: half the interval is
    // 0.1125 at 8 seeds and 0.1125 * (t(10) / sqrt(11)) / (t(7) / sqrt(8)) = 0.0904 at 11, 0.0855
    // at 12.
    assertThat(ruling(new Interval(0.1, 0.3, 0.95), 0.0078, 0.125).verdict())
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided ->
                assertThat(undecided.seedsNeeded().orElseThrow())
                    .extracting(SeedsNeeded::atLeast, SeedsNeeded::withinReach)
                    .containsExactly(4, true));
  }

  @Test
  void tells_how_far_beyond_the_tolerance_an_effect_would_be_found() {
    // t(7) at 97.5 % is 2.365, at 80 % 0.896; their sum times 0.1126 / sqrt(8) is 0.130.
    assertThat(ruling(new Interval(0.1, 0.3, 0.95), 0.0078, 0.2).verdict())
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided ->
                assertThat(undecided.detectable().orElseThrow()).isCloseTo(0.130, within(5e-4)));
  }

  @Test
  void is_out_of_the_seeds_reach_when_the_effect_sits_on_the_tolerance() {
    assertThat(ruling(new Interval(0.1, 0.3, 0.95), 0.0078, 0.2125).verdict())
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided ->
                assertThat(undecided.seedsNeeded().orElseThrow().phrase())
                    .isEqualTo(
                        "more than 20 super-net seeds in all, the most that the exact test takes"));
  }

  @Test
  void is_undecided_when_only_the_test_disagrees() {
    assertThat(ruling(new Interval(0.21, 0.3, 0.95), 0.15, 0.2).verdict())
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided -> {
              assertThat(undecided.seedsNeeded().orElseThrow().atLeast()).isEqualTo(2);
              assertThat(undecided.reason()).contains("beyond the tolerance").contains("p = 0.15");
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
    Estimate effect = Estimate.within("rho", 0.2125, interval, 100, SPREAD.length);
    Evidence evidence =
        new Evidence(
            "rho",
            "tau",
            effect,
            perSeed,
            SignFlip.test(SPREAD),
            adjustedPValue,
            List.of(),
            List.of(),
            List.of(),
            new DoseResponse("cause", "outcome", List.of()),
            List.of(),
            Optional.of(effect),
            "",
            List.of());
    Inquiry inquiry = new Inquiry(Claims.rises(), "bench", List.of());
    return new Ruling(inquiry, evidence, List.of(), 1, tolerance);
  }
}
