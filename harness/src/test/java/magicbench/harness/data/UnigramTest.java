package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UnigramTest {

  private static final double ROUNDING = 1e-12;

  /** Cover and Thomas, Elements of Information Theory, example 2.1.1: 1/2, 1/4, 1/8, 1/8. */
  @Test
  void entropy_of_the_textbook_example_is_seven_quarters_of_a_bit() {
    assertThat(Unigram.entropyNats(new long[] {4, 2, 1, 1}))
        .isCloseTo(1.75 * Math.log(2), within(ROUNDING));
  }

  @Test
  void entropy_passes_over_what_was_never_seen() {
    assertThat(Unigram.entropyNats(new long[] {7, 0})).isZero();
  }

  @Test
  void cross_entropy_adds_one_to_every_learnt_count() {
    double expected = -0.5 * Math.log(2 / 4.0) - 0.5 * Math.log(1 / 4.0);

    assertThat(Unigram.crossEntropyNats(new long[] {1, 1, 0}, new long[] {1, 0, 0}))
        .isCloseTo(expected, within(ROUNDING));
  }
}
