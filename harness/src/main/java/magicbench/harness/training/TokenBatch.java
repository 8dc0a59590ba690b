package magicbench.harness.training;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import magicbench.harness.supernet.TokenArrays;

/**
 * One masked-LM batch in plain Java.
 *
 * @param inputIds token ids after masking, batch × sequence, row by row
 * @param batch the number of sequences
 * @param sequence the length of each
 * @param positions flat places (row · sequence + column) of the masked tokens, at least one
 * @param targets the masked tokens' true ids, one for each place
 * @param soft what a teacher takes for them; empty without one
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; copies would cost every step
public record TokenBatch(
    int[] inputIds,
    int batch,
    int sequence,
    int[] positions,
    int[] targets,
    Optional<SoftTokens> soft)
    implements Batch {

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
    if (soft.isPresent() && soft.get().places() != positions.length) {
      throw new IllegalArgumentException(
          positions.length + " masked places, but a teacher tells of " + soft.get().places());
    }
  }

  /**
   * A batch without a teacher.
   *
   * @param inputIds token ids after masking
   * @param batch the number of sequences
   * @param sequence the length of each
   * @param positions flat places of the masked tokens
   * @param targets the masked tokens' true ids
   */
  public TokenBatch(int[] inputIds, int batch, int sequence, int[] positions, int[] targets) {
    this(inputIds, batch, sequence, positions, targets, Optional.empty());
  }

  /**
   * The same with a teacher.
   *
   * @param tokens what it takes for the masked tokens
   * @return a copy that shares its arrays
   */
  public TokenBatch taught(SoftTokens tokens) {
    return new TokenBatch(inputIds, batch, sequence, positions, targets, Optional.of(tokens));
  }

  /**
   * The batch in parts of so many rows, in order. A part without a masked place would have no loss:
   * it takes in the rows that follow, or joins the part before.
   *
   * @param rows sequences of a part, 0 for the whole batch
   * @return the parts; just this batch where it is no larger
   */
  @Override
  public List<TokenBatch> parts(int rows) {
    if (rows == 0 || rows >= batch) {
      return List.of(this);
    }
    List<TokenBatch> parts = new ArrayList<>();
    int from = 0;
    for (int to = rows; to < batch; to += rows) {
      if (maskedBefore(to) > maskedBefore(from) && maskedBefore(batch) > maskedBefore(to)) {
        parts.add(part(from, to));
        from = to;
      }
    }
    parts.add(part(from, batch));
    return parts;
  }

  /** The masked places. */
  @Override
  public int told() {
    return targets.length;
  }

  /** Masked places in the rows before one; the places needn't be sorted. */
  private int maskedBefore(int row) {
    return (int) Arrays.stream(positions).filter(place -> place < row * sequence).count();
  }

  private TokenBatch part(int from, int to) {
    int first = from * sequence;
    int[] chosen =
        IntStream.range(0, positions.length)
            .filter(i -> positions[i] >= first && positions[i] < to * sequence)
            .toArray();
    return new TokenBatch(
        Arrays.copyOfRange(inputIds, first, to * sequence),
        to - from,
        sequence,
        Arrays.stream(chosen).map(i -> positions[i] - first).toArray(),
        Arrays.stream(chosen).map(i -> targets[i]).toArray(),
        soft.map(tokens -> tokens.of(chosen)));
  }

  @Override
  public TokenArrays arrays(NDManager scope) {
    return TokenArrays.of(scope, inputIds, sequence, positions, targets);
  }
}
