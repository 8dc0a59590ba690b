package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws tokens from a softmax: one uniform number a place, looked up among the summed shares. */
final class TokenSampling {

  private TokenSampling() {}

  /**
   * Draws a token for each place. No gradient passes through the draw.
   *
   * @param logits scores before a softmax, (places, vocabulary)
   * @param random gives one number a place
   * @return ids, 0 to below the vocabulary, in the order of the places
   */
  static int[] draw(NDArray logits, UniformRandomProvider random) {
    int places = Math.toIntExact(logits.getShape().get(0));
    float[] uniforms = new float[places];
    for (int place = 0; place < places; place++) {
      uniforms[place] = random.nextFloat();
    }
    NDArray shares = logits.stopGradient().softmax(-1);
    NDArray drawn =
        shares.cumSum(1).lte(logits.getManager().create(uniforms, new Shape(places, 1)));
    return ids(drawn.sum(new int[] {1}).toLongArray(), Math.toIntExact(logits.getShape().get(1)));
  }

  /** Rounded shares may sum up to a little less than 1, which would be one token too many. */
  private static int[] ids(long[] passed, int vocabulary) {
    int[] ids = new int[passed.length];
    for (int place = 0; place < ids.length; place++) {
      ids[place] = (int) Math.min(passed[place], vocabulary - 1L);
    }
    return ids;
  }
}
