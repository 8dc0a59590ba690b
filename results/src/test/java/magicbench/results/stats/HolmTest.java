package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HolmTest {

  @Test
  void adjusts_the_textbook_family_of_four() {
    // Wikipedia, "Holm-Bonferroni method", example: p = 0.01, 0.04, 0.03, 0.005; at 5 % the first
    // and the last are rejected.
    double[] adjusted = Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005});

    assertThat(adjusted).containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
  }

  @Test
  void never_exceeds_one() {
    assertThat(Holm.adjust(new double[] {0.6, 0.9})).containsExactly(1, 1);
  }

  @Test
  void an_empty_family_stays_empty() {
    assertThat(Holm.adjust(new double[0])).isEmpty();
  }

  @Test
  void a_p_value_above_one_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Holm.adjust(new double[] {1.5}))
        .withMessageContaining("1.5");
  }

  @Property(tries = 200)
  void lies_between_the_raw_value_and_bonferronis(@ForAll("families") double[] pValues) {
    double[] adjusted = Holm.adjust(pValues);

    for (int i = 0; i < pValues.length; i++) {
      assertThat(adjusted[i]).isBetween(pValues[i], Math.min(1, pValues.length * pValues[i]));
    }
  }

  @Property(tries = 200)
  void keeps_the_order_of_the_family(@ForAll("families") double[] pValues) {
    double[] sorted = pValues.clone();
    Arrays.sort(sorted);
    double[] adjusted = Holm.adjust(pValues);
    Arrays.sort(adjusted);

    assertThat(Holm.adjust(sorted)).containsExactly(adjusted);
  }

  @Provide
  Arbitrary<double[]> families() {
    return Arbitraries.doubles().between(0, 1).array(double[].class).ofMinSize(1).ofMaxSize(8);
  }
}
