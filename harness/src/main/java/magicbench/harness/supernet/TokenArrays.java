package magicbench.harness.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;

/**
 * One batch of text as the engine's arrays. They belong to the step's manager, and so does
 * everything that a forward pass makes from them.
 *
 * @param ids token ids, (batch, sequence), 64-bit integers
 * @param positions flat places (row · sequence + column) of the masked tokens, (masked), 64-bit
 * @param targets the masked tokens' ids, (masked, 1), 64-bit
 */
public record TokenArrays(NDArray ids, NDArray positions, NDArray targets) implements BatchArrays {

  @Override
  public NDManager scope() {
    return ids.getManager();
  }

  /**
   * The arrays of a batch of text.
   *
   * @param batch any batch
   * @return the same, known to be text
   * @throws IllegalArgumentException when it is something else
   */
  public static TokenArrays in(BatchArrays batch) {
    if (batch instanceof TokenArrays tokens) {
      return tokens;
    }
    throw new IllegalArgumentException(
        batch.getClass().getSimpleName() + " given to a network of text");
  }

  /**
   * Makes the arrays.
   *
   * @param scope the step's manager
   * @param ids token ids, row by row
   * @param sequence the length of a row
   * @param positions flat places of the masked tokens
   * @param targets the masked tokens' ids
   * @return arrays that die with the scope
   */
  public static TokenArrays of(
      NDManager scope, int[] ids, int sequence, int[] positions, int[] targets) {
    Shape rows = new Shape(ids.length / sequence, sequence);
    return new TokenArrays(
        scope.create(longs(ids), rows),
        scope.create(longs(positions)),
        scope.create(longs(targets), new Shape(targets.length, 1)));
  }

  private static long[] longs(int[] values) {
    return Arrays.stream(values).asLongStream().toArray();
  }
}
