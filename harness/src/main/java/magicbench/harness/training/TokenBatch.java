package magicbench.harness.training;

import ai.djl.ndarray.NDManager;
import magicbench.harness.supernet.BatchArrays;

/**
 * One masked-LM batch in plain Java.
 *
 * @param inputIds token ids after masking, batch × sequence, row by row
 * @param batch the number of sequences
 * @param sequence the length of each
 * @param positions flat places (row · sequence + column) of the masked tokens, at least one
 * @param targets the masked tokens' true ids, one for each place
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; copies would cost every step
public record TokenBatch(int[] inputIds, int batch, int sequence, int[] positions, int[] targets) {

  /** Checks that the sizes fit together. */
  public TokenBatch {
    if (inputIds.length != batch * sequence) {
      throw new IllegalArgumentException(
          inputIds.length + " token ids for " + batch + " × " + sequence + " places");
    }
    if (positions.length == 0 || positions.length != targets.length) {
      throw new IllegalArgumentException(
          positions.length + " masked places for " + targets.length + " targets");
    }
  }

  /**
   * The batch as the engine's arrays.
   *
   * @param scope the step's manager
   * @return arrays that die with the scope
   */
  public BatchArrays arrays(NDManager scope) {
    return BatchArrays.of(scope, inputIds, sequence, positions, targets);
  }
}
