package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import magicbench.results.claim.Claim;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.stats.Interval;
import magicbench.results.stats.RankCorrelation;
import magicbench.results.stats.Summary;
import org.junit.jupiter.api.Test;

class ControlsTest {

  private static final World STRONG = World.ofNoise().withSlope(0.5);

  @Test
  void shuffled_causes_show_nothing_however_strong_the_effect() {
    ControlResult result = shuffled(new PartialSpearman(), Claims.falls(), STRONG.records());

    assertThat(result.passed()).isTrue();
    assertThat(result.measured().value()).isBetween(-0.02, 0.02);
  }

  @Test
  void shuffled_causes_find_an_estimator_out_that_leans_to_one_side() {
    Estimator leaning =
        sample -> OptionalDouble.of(new PartialSpearman().of(sample).orElse(0) + 0.3);

    assertThat(shuffled(leaning, Claims.falls(), STRONG.records()).passed()).isFalse();
  }

  @Test
  void shuffled_causes_find_an_estimator_out_that_holds_nothing_fixed() {
    Estimator careless = sample -> RankCorrelation.spearman(sample.cause(), sample.outcome());

    assertThat(shuffled(careless, Claims.rises(), STRONG.records()).passed()).isFalse();
    assertThat(shuffled(new PartialSpearman(), Claims.rises(), STRONG.records()).passed()).isTrue();
  }

  @Test
  void shuffled_causes_show_nothing_when_the_association_runs_between_base_child_models() {
    TableBuilder table = new TableBuilder();
    for (int row = 0; row < 60; row++) {
      int base = row / 20;
      table
          .number("trainedShare", 1)
          .number("base", base)
          .number("differences", base + row % 20 / 100.0)
          .number("gradientCosine", -base - row * 7 % 20 / 100.0);
    }
    List<RunRecord> records = World.withTable(STRONG.records(), "pairs", table.build());

    assertThat(shuffled(new PartialSpearman(), Claims.falls(), records).passed()).isTrue();
  }

  @Test
  void shuffled_causes_are_dealt_out_pair_by_pair() {
    Observations observations = inquiry(Claims.falls(), STRONG.records()).at(1);

    double[] dealt = DealtCauses.of(observations).deal(new Seeds(1).random("deal"));

    Map<Integer, Set<Double>> causesOfPair = new TreeMap<>();
    int[] pairOf = observations.pairOf();
    int[] seedOf = observations.seedOf();
    for (int row = 0; row < dealt.length; row++) {
      int pair = 1000 * seedOf[row] + pairOf[row];
      causesOfPair.computeIfAbsent(pair, key -> new TreeSet<>()).add(dealt[row]);
    }
    assertThat(dealt).isNotEqualTo(observations.sample().cause());
    assertThat(causesOfPair).hasSize(8 * 4 * 7);
    assertThat(causesOfPair.values()).allSatisfy(causes -> assertThat(causes).hasSize(1));
  }

  @Test
  void causes_that_differ_within_a_pair_stay_among_the_pairs_of_their_stratum() {
    Observations observations = inquiry(Claims.rises(), STRONG.records()).at(1);

    double[] dealt = DealtCauses.of(observations).deal(new Seeds(1).random("deal"));

    assertThat(dealt).isNotEqualTo(observations.sample().cause());
    for (int stratum = 0; stratum < 7; stratum++) {
      assertThat(within(observations, dealt, stratum))
          .isEqualTo(within(observations, observations.sample().cause(), stratum));
    }
  }

  private static double[] within(Observations observations, double[] values, int stratum) {
    int[] strata = observations.sample().strata();
    int[] seedOf = observations.seedOf();
    return IntStream.range(0, values.length)
        .filter(row -> strata[row] == stratum && seedOf[row] == 0)
        .mapToDouble(row -> values[row])
        .sorted()
        .toArray();
  }

  /** Rows of a pair are nearly copies of each other: dealt row by row, noise looks far smaller. */
  @Test
  void a_shuffle_row_by_row_would_understate_what_chance_does_to_rows_that_hang_together() {
    List<RunRecord> records = recordsWithoutEffectButWithPairsThatHangTogether();
    Observations observations = inquiry(Claims.falls(), records).at(1);

    ControlResult byPair = shuffled(new PartialSpearman(), Claims.falls(), records);
    double[] byRow = effectsOfRowShuffles(observations);

    Interval range = byPair.measured().bounds();
    double widthByRow = Summary.quantile(byRow, 0.975) - Summary.quantile(byRow, 0.025);
    assertThat(byPair.passed()).isTrue();
    assertThat(range.high() - range.low()).isGreaterThan(1.6 * widthByRow);
    // The effect of pure noise lies outside the range by rows and inside the one by pairs.
    double effect = Summary.mean(Estimates.defined(observations.perSeed(new PartialSpearman())));
    assertThat(Math.abs(effect)).isGreaterThan(Summary.quantile(byRow, 0.975));
    assertThat(range.contains(effect)).isTrue();
  }

  private static List<RunRecord> recordsWithoutEffectButWithPairsThatHangTogether() {
    List<RunRecord> records = new ArrayList<>();
    for (RunRecord record : World.ofNoise().withSeeds(4).records()) {
      Random random = new Random(record.trial().seed());
      TableBuilder table = new TableBuilder();
      for (int pair = 0; pair < 28; pair++) {
        int base = pair / 7;
        double shared = random.nextGaussian();
        for (int layer = 0; layer < 4; layer++) {
          table
              .number("trainedShare", 1)
              .number("base", base)
              .number("differences", 1 + pair % 7)
              .number("gradientCosine", shared + 0.05 * random.nextGaussian());
        }
      }
      records.addAll(World.withTable(List.of(record), "pairs", table.build()));
    }
    return records;
  }

  private static double[] effectsOfRowShuffles(Observations observations) {
    Random random = new Random(1);
    return IntStream.range(0, 200)
        .mapToObj(i -> observations.withCause(rowByRow(observations, random)))
        .map(shuffled -> Estimates.defined(shuffled.perSeed(new PartialSpearman())))
        .mapToDouble(Summary::mean)
        .toArray();
  }

  private static double[] rowByRow(Observations observations, Random random) {
    double[] shuffled = observations.sample().cause();
    double[] dealt = shuffled.clone();
    for (int seed = 0; seed < observations.seeds(); seed++) {
      int[] rows = observations.rowsOf(seed);
      for (int i = rows.length - 1; i > 0; i--) {
        int other = random.nextInt(i + 1);
        double kept = dealt[rows[i]];
        dealt[rows[i]] = dealt[rows[other]];
        dealt[rows[other]] = kept;
      }
    }
    return dealt;
  }

  @Test
  void shuffled_causes_find_a_leak_out_with_too_few_seeds_for_the_exact_test() {
    World four = STRONG.withSeeds(4);
    ControlResult result = shuffled(new Leaking(4), Claims.falls(), four.records());

    assertThat(result.expected())
        .contains("(found in 0 %); Student's interval", "(found in 100 %)");
    assertThat(result.measured().bounds().contains(0)).isTrue();
    assertThat(result.passed()).isFalse();
  }

  /** Knows which deal it sees: up and down in turn, alike in all seeds, as if the cause leaked. */
  private static final class Leaking implements Estimator {

    private final int seeds;
    private int calls;

    Leaking(int seeds) {
      this.seeds = seeds;
    }

    @Override
    public OptionalDouble of(Sample sample) {
      int deal = calls / seeds;
      double jitter = 0.001 * (calls++ % seeds);
      return OptionalDouble.of((deal % 2 == 0 ? 0.1 : -0.1) + jitter);
    }
  }

  private static Inquiry inquiry(Claim claim, List<RunRecord> records) {
    return new Inquiry(claim, "bench", records);
  }

  private static ControlResult shuffled(Estimator estimator, Claim claim, List<RunRecord> records) {
    return new ShuffledCause(estimator).check(new Inquiry(claim, "bench", records));
  }

  @Test
  void a_child_model_agrees_with_itself_but_for_rounding() {
    assertThat(sameChildTwice(STRONG.withSelfCosine(0.99995)).passed()).isTrue();
    assertThat(sameChildTwice(STRONG.withSelfCosine(0.9998)).passed()).isFalse();
  }

  private static ControlResult sameChildTwice(World world) {
    return new SameChildTwice().check(new Inquiry(Claims.falls(), "bench", world.records()));
  }

  @Test
  void independent_batches_must_leave_something_in_common() {
    assertThat(independentBatches(STRONG.withFloor(0.01)).passed()).isTrue();
    assertThat(independentBatches(STRONG.withFloor(-0.01)).passed()).isFalse();
  }

  @Test
  void independent_batches_must_differ() {
    assertThat(independentBatches(STRONG.withFloor(1)).passed()).isFalse();
  }

  private static ControlResult independentBatches(World world) {
    return new IndependentBatches().check(new Inquiry(Claims.falls(), "bench", world.records()));
  }

  @Test
  void a_record_without_the_control_is_a_fault() {
    Table table =
        new TableBuilder()
            .number("trainedShare", 1)
            .number("gradientCosine", 1)
            .text("control", "same-child-twice")
            .build();
    List<RunRecord> records = World.withTable(STRONG.records(), "controls", table);
    Inquiry inquiry = new Inquiry(Claims.falls(), "bench", records);

    assertThatThrownBy(() -> new IndependentBatches().check(inquiry))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no rows with control independent-batches")
        .hasMessageContaining("found were [same-child-twice]");
  }
}
