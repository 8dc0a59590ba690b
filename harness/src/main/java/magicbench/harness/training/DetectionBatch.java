package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * The original text of a masked-LM batch with other tokens in some of its masked places.
 *
 * @param ids token ids, row by row
 * @param sequence the length of a row
 * @param replaced for each place whether its token isn't the original one
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; copies would cost every step
record DetectionBatch(int[] ids, int sequence, boolean[] replaced) {

  /**
   * Puts sampled tokens in the masked places. Whatever a masked place shows a masked language model
   * (the mask, a random token, the original) is gone then.
   *
   * @param batch the masked-LM batch
   * @param sampled a token for each masked place; one that is the original replaces nothing
   */
  static DetectionBatch of(TokenBatch batch, int[] sampled) {
    int[] ids = batch.inputIds().clone();
    boolean[] replaced = new boolean[ids.length];
    for (int masked = 0; masked < sampled.length; masked++) {
      int place = batch.positions()[masked];
      ids[place] = sampled[masked];
      replaced[place] = sampled[masked] != batch.targets()[masked];
    }
    return new DetectionBatch(ids, batch.sequence(), replaced);
  }

  /** Token ids, (batch, sequence). */
  NDArray ids(NDManager scope) {
    long[] longs = Arrays.stream(ids).asLongStream().toArray();
    return scope.create(longs, new Shape(ids.length / sequence, sequence));
  }

  /** 1 where the token is the original one, -1 where it was replaced, (batch, sequence, 1). */
  NDArray signs(NDManager scope) {
    float[] signs = new float[replaced.length];
    for (int place = 0; place < signs.length; place++) {
      signs[place] = replaced[place] ? -1 : 1;
    }
    return scope.create(signs, new Shape(ids.length / sequence, sequence, 1));
  }
}
