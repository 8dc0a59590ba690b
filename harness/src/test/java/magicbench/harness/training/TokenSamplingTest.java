package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenSamplingTest {

  private static final int DRAWS = 20_000;

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  /** The same scores at every place. */
  private int[] draw(double... shares) {
    float[] logits = new float[DRAWS * shares.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(shares[i % shares.length]);
    }
    NDArray scores = manager.create(logits, new Shape(DRAWS, shares.length));
    return TokenSampling.draw(scores, TinyTask.SEEDS.random("draws"));
  }

  @Test
  void draws_tokens_as_often_as_the_softmax_says() {
    double[] shares = {0.02, 0.4, 0.08, 0.35, 0.15};
    int[] drawn = draw(shares);
    double chiSquare = 0;
    for (int token = 0; token < shares.length; token++) {
      int wanted = token;
      double expected = DRAWS * shares[token];
      long seen = Arrays.stream(drawn).filter(id -> id == wanted).count();
      chiSquare += (seen - expected) * (seen - expected) / expected;
    }
    assertThat(chiSquare).isLessThan(18.5); // 4 degrees of freedom, one seed in a thousand
  }

  @Test
  void never_draws_a_token_without_a_share() {
    assertThat(draw(0, 0.5, 0, 0.5, 0)).containsOnly(1, 3);
  }

  @Test
  void a_token_with_all_of_the_share_is_drawn_always() {
    assertThat(draw(0, 0, 1)).containsOnly(2);
  }

  @Test
  void the_largest_number_draws_a_token_of_the_vocabulary() {
    UniformRandomProvider largest = () -> -1L; // all bits set
    NDArray scores = manager.zeros(new Shape(3, 700));

    assertThat(TokenSampling.draw(scores, largest)).containsOnly(699);
  }

  @Test
  void each_place_draws_from_its_own_scores() {
    NDArray scores = manager.create(new float[] {50, 0, 0, 0, 0, 50, 0, 50, 0}, new Shape(3, 3));

    assertThat(TokenSampling.draw(scores, TinyTask.SEEDS.random("own"))).containsExactly(0, 2, 1);
  }
}
