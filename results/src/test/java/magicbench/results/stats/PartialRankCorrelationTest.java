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

class PartialRankCorrelationTest {

  @Property(tries = 200)
  void with_two_strata_it_equals_the_textbook_formula(@ForAll("triples") double[][] triple) {
    double[] z = Arrays.stream(triple[2]).map(value -> value > 0 ? 1 : 0).toArray();
    double xy = RankCorrelation.spearman(triple[0], triple[1]).orElse(Double.NaN);
    double xz = RankCorrelation.spearman(triple[0], z).orElse(Double.NaN);
    double yz = RankCorrelation.spearman(triple[1], z).orElse(Double.NaN);
    double left = (1 - xz * xz) * (1 - yz * yz);
    Assume.that(left > 1e-9);

    assertThat(PartialRankCorrelation.spearman(triple[0], triple[1], strata(z)).orElseThrow())
        .isCloseTo((xy - xz * yz) / Math.sqrt(left), within(1e-9));
  }

  @Property(tries = 100)
  void with_one_stratum_it_is_the_plain_correlation(@ForAll("triples") double[][] triple) {
    int[] one = new int[triple[0].length];

    assertThat(orNan(PartialRankCorrelation.spearman(triple[0], triple[1], one)))
        .isCloseTo(orNan(RankCorrelation.spearman(triple[0], triple[1])), within(1e-12));
    assertThat(PartialRankCorrelation.kendall(triple[0], triple[1], one))
        .isEqualTo(RankCorrelation.kendallTauB(triple[0], triple[1]));
  }

  @Property(tries = 100)
  void the_names_of_the_strata_do_not_matter(@ForAll("triples") double[][] triple) {
    int[] strata = strata(triple[2]);
    int[] renamed = Arrays.stream(strata).map(label -> 1000 - 7 * label).toArray();

    assertThat(orNan(PartialRankCorrelation.spearman(triple[0], triple[1], renamed)))
        .isCloseTo(
            orNan(PartialRankCorrelation.spearman(triple[0], triple[1], strata)), within(1e-9));
    assertThat(PartialRankCorrelation.kendall(triple[0], triple[1], renamed))
        .isEqualTo(PartialRankCorrelation.kendall(triple[0], triple[1], strata));
  }

  @Property(tries = 100)
  void it_is_bounded_and_changes_sign_with_one_sample(@ForAll("triples") double[][] triple) {
    int[] strata = strata(triple[2]);
    double[] flipped = Arrays.stream(triple[0]).map(value -> -value).toArray();
    OptionalDouble partial = PartialRankCorrelation.spearman(triple[0], triple[1], strata);

    assertThat(orNan(PartialRankCorrelation.spearman(flipped, triple[1], strata)))
        .isCloseTo(-orNan(partial), within(1e-9));
    assertThat(partial.orElse(0)).isBetween(-1.0, 1.0);
  }

  @Test
  void an_association_through_the_strata_alone_leaves_nothing() {
    double[] x = {1, 1, 2, 2, 11, 11, 12, 12};
    double[] y = {1, 2, 1, 2, 11, 12, 11, 12};
    int[] strata = {0, 0, 0, 0, 1, 1, 1, 1};

    assertThat(RankCorrelation.spearman(x, y).orElseThrow()).isGreaterThan(0.7);
    assertThat(PartialRankCorrelation.spearman(x, y, strata)).hasValue(0);
    assertThat(PartialRankCorrelation.kendall(x, y, strata)).hasValue(0);
  }

  @Test
  void kendall_counts_only_pairs_that_share_a_stratum() {
    // Stratum 0: one concordant pair. Stratum 1: two concordant, one discordant. (3 - 1) / 4.
    double[] x = {1, 2, 1, 2, 3};
    double[] y = {-9, -8, 1, 3, 2};
    int[] strata = {0, 0, 1, 1, 1};

    assertThat(PartialRankCorrelation.kendall(x, y, strata)).hasValue(0.5);
  }

  @Test
  void a_variable_that_the_strata_determine_has_no_partial_correlation() {
    double[] x = {1, 1, 1, 5, 5, 7};
    double[] y = {1, 2, 3, 4, 5, 6};
    int[] strata = {0, 0, 0, 1, 1, 2};

    assertThat(PartialRankCorrelation.spearman(x, y, strata)).isEmpty();
    assertThat(PartialRankCorrelation.kendall(x, y, strata)).isEmpty();
  }

  @Test
  void a_label_short_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PartialRankCorrelation.spearman(new double[3], new double[3], new int[2]))
        .withMessageContaining("3 and 2");
  }

  private static double orNan(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  private static int[] strata(double[] z) {
    return Arrays.stream(z).mapToInt(value -> (int) value).toArray();
  }

  @Provide
  Arbitrary<double[][]> triples() {
    return Columns.tied(3, 4, 25);
  }
}
