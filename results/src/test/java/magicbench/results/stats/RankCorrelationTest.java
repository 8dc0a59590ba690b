package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {

  @Test
  void spearman_gives_the_textbook_value_for_intelligence_and_television() {
    // Wikipedia, "Spearman's rank correlation coefficient", worked example: rho = -29/165.
    double[] intelligence = {106, 86, 100, 101, 99, 103, 97, 113, 112, 110};
    double[] televisionHours = {7, 0, 27, 50, 28, 29, 20, 12, 6, 17};

    assertThat(RankCorrelation.spearman(intelligence, televisionHours).orElseThrow())
        .isCloseTo(-29.0 / 165, within(1e-15));
  }

  @Test
  void kendall_gives_the_documented_value_with_ties_in_both_samples() {
    // SciPy's manual, scipy.stats.kendalltau, example: -0.47140452079103173.
    double[] x = {12, 2, 1, 12, 2};
    double[] y = {1, 4, 7, 1, 0};

    assertThat(RankCorrelation.kendallTauB(x, y).orElseThrow())
        .isCloseTo(-0.47140452079103173, within(1e-15));
  }

  @Test
  void pearson_gives_the_published_value_for_anscombes_first_set() {
    // Anscombe, The American Statistician 27 (1973), data set 1: r = 0.816.
    double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};

    assertThat(RankCorrelation.pearson(x, y).orElseThrow()).isCloseTo(0.816, within(5e-4));
  }

  @Test
  void tied_values_share_the_mean_of_their_ranks() {
    assertThat(RankCorrelation.ranks(new double[] {3, 1, 3, 0.0, -0.0, 9}))
        .containsExactly(4.5, 3, 4.5, 1.5, 1.5, 6);
  }

  @Test
  void an_infinite_loss_ranks_last() {
    assertThat(RankCorrelation.ranks(new double[] {Double.POSITIVE_INFINITY, 2, 1}))
        .containsExactly(3, 2, 1);
  }

  @Test
  void a_constant_sample_has_no_correlation() {
    double[] constant = {0.1, 0.1, 0.1};
    double[] other = {1, 2, 3};

    assertThat(RankCorrelation.pearson(constant, other)).isEmpty();
    assertThat(RankCorrelation.spearman(other, constant)).isEmpty();
    assertThat(RankCorrelation.kendallTauB(constant, other)).isEmpty();
  }

  @Test
  void one_observation_has_no_correlation() {
    double[] one = {1};

    assertThat(RankCorrelation.pearson(one, one)).isEmpty();
    assertThat(RankCorrelation.kendallTauB(one, one)).isEmpty();
  }

  @Test
  void nan_is_refused_with_its_place() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankCorrelation.ranks(new double[] {1, Double.NaN}))
        .withMessage("value 1 is not a number");
  }

  @Test
  void samples_of_different_lengths_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankCorrelation.spearman(new double[2], new double[3]))
        .withMessageContaining("2 and 3");
  }

  @Property(tries = 200)
  void kendall_equals_the_count_over_all_pairs(@ForAll("tiedPairs") double[][] pair) {
    assertThat(orNan(RankCorrelation.kendallTauB(pair[0], pair[1])))
        .isCloseTo(tauOverAllPairs(pair[0], pair[1]), within(1e-12));
  }

  private static double tauOverAllPairs(double[] x, double[] y) {
    double score = 0;
    double untiedX = 0;
    double untiedY = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < i; j++) {
        double signX = Math.signum(x[i] - x[j]);
        double signY = Math.signum(y[i] - y[j]);
        score += signX * signY;
        untiedX += Math.abs(signX);
        untiedY += Math.abs(signY);
      }
    }
    return score / Math.sqrt(untiedX * untiedY);
  }

  @Property(tries = 100)
  void spearman_without_ties_equals_the_sum_of_squared_differences(
      @ForAll("finePairs") double[][] pair) {
    double[] x = RankCorrelation.ranks(pair[0]);
    double[] y = RankCorrelation.ranks(pair[1]);
    Assume.that(!hasTies(x) && !hasTies(y));
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      squares += Math.pow(x[i] - y[i], 2);
    }

    assertThat(RankCorrelation.spearman(pair[0], pair[1]).orElseThrow())
        .isCloseTo(1 - 6 * squares / (x.length * (Math.pow(x.length, 2) - 1)), within(1e-12));
  }

  private static boolean hasTies(double[] ranks) {
    return Arrays.stream(ranks).distinct().count() < ranks.length;
  }

  @Property(tries = 100)
  void rank_correlations_survive_a_rising_map(@ForAll("tiedPairs") double[][] pair) {
    double[] mapped = Arrays.stream(pair[0]).map(Math::exp).toArray();

    assertThat(RankCorrelation.spearman(mapped, pair[1]))
        .isEqualTo(RankCorrelation.spearman(pair[0], pair[1]));
    assertThat(RankCorrelation.kendallTauB(mapped, pair[1]))
        .isEqualTo(RankCorrelation.kendallTauB(pair[0], pair[1]));
  }

  @Property(tries = 100)
  void correlations_change_sign_with_one_sample(@ForAll("tiedPairs") double[][] pair) {
    double[] flipped = Arrays.stream(pair[0]).map(value -> -value).toArray();

    assertThat(orNan(RankCorrelation.spearman(flipped, pair[1])))
        .isCloseTo(-orNan(RankCorrelation.spearman(pair[0], pair[1])), within(1e-12));
    assertThat(orNan(RankCorrelation.kendallTauB(flipped, pair[1])))
        .isCloseTo(-orNan(RankCorrelation.kendallTauB(pair[0], pair[1])), within(1e-12));
  }

  @Property(tries = 100)
  void correlations_are_symmetric_and_bounded(@ForAll("tiedPairs") double[][] pair) {
    OptionalDouble spearman = RankCorrelation.spearman(pair[0], pair[1]);
    OptionalDouble kendall = RankCorrelation.kendallTauB(pair[0], pair[1]);

    assertThat(RankCorrelation.spearman(pair[1], pair[0])).isEqualTo(spearman);
    assertThat(RankCorrelation.kendallTauB(pair[1], pair[0])).isEqualTo(kendall);
    assertThat(spearman.orElse(0)).isBetween(-1.0, 1.0);
    assertThat(kendall.orElse(0)).isBetween(-1.0, 1.0);
  }

  @Property(tries = 100)
  void a_sample_agrees_with_itself(@ForAll("finePairs") double[][] pair) {
    assertThat(RankCorrelation.kendallTauB(pair[0], pair[0]).orElse(1)).isEqualTo(1);
    assertThat(RankCorrelation.spearman(pair[0], pair[0]).orElse(1)).isCloseTo(1, within(1e-12));
  }

  private static double orNan(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  @Provide
  Arbitrary<double[][]> tiedPairs() {
    return Columns.tied(2, 2, 30);
  }

  @Provide
  Arbitrary<double[][]> finePairs() {
    return Columns.fine(2, 2, 30);
  }
}
