package magicbench.harness.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Batches for masked language modelling, after BERT (Devlin et al. 2019, section 3.1 and appendix
 * A.1): 15 % of the places are to be predicted; of these 80 % show the mask, 10 % a random piece
 * and 10 % the original.
 *
 * <p>Every batch has the same number of places to predict, round(0.15 × batch × sequence), so that
 * its shape is constant; they are drawn without repetition from the places of the whole batch that
 * hold no special piece.
 */
public final class MlmBatches {

  private static final double MASKED_SHARE = 0.15;
  private static final double MASK_SHARE = 0.8;
  private static final double MASK_OR_RANDOM_SHARE = 0.9;
  private static final String FIXED_STREAM = "mlm-fixed";
  private static final long PART_WINDOWS = 16;

  private final TokenStore.Split split;
  private final int sequenceLength;
  private final int batchSize;
  private final long windows;
  private final int[] textual;

  /**
   * Batches of one side of a corpus.
   *
   * @param split the tokens
   * @param sequenceLength tokens in a sequence, at least 1
   * @param batchSize sequences in a batch, at least 1
   * @param vocabularySize the model's vocabulary size; must be the split's
   * @throws IllegalArgumentException when a number is out of range or the vocabulary is another
   * @throws InputException when the split hasn't enough tokens for one window
   */
  public MlmBatches(TokenStore.Split split, int sequenceLength, int batchSize, int vocabularySize) {
    require(sequenceLength > 0, "sequenceLength is " + sequenceLength);
    require(batchSize > 0, "batchSize is " + batchSize);
    require(
        vocabularySize == split.vocabularySize(),
        "vocabularySize is " + vocabularySize + ", the corpus has " + split.vocabularySize());
    this.split = split;
    this.sequenceLength = sequenceLength;
    this.batchSize = batchSize;
    this.windows = split.windows(sequenceLength);
    if (windows == 0) {
      throw new InputException(
          "corpus", "has " + split.tokens() + " tokens only", "use more text or shorter windows");
    }
    this.textual = textualPieces(split);
  }

  /**
   * How many places of each batch are to be predicted.
   *
   * @return round(0.15 × batch × sequence), at least 1
   */
  public int maskedPlaces() {
    return (int) Math.max(1, Math.round(MASKED_SHARE * batchSize * sequenceLength));
  }

  /**
   * Draws a batch of windows, each equally likely, with repetition.
   *
   * @param random the only thing that the draw depends on
   * @return the batch
   * @throws InputException when the windows drawn hold too few places that can be masked
   */
  public MlmBatch draw(UniformRandomProvider random) {
    return batch(row -> random.nextLong(windows), random);
  }

  /**
   * Batches that are always the same, for validation: windows at even distances over the whole
   * split, none twice as long as there are enough.
   *
   * @param count how many batches
   * @param seed the seed of the masks
   * @return the batches
   */
  public List<MlmBatch> fixed(int count, long seed) {
    require(count > 0, "count is " + count);
    Seeds seeds = new Seeds(seed);
    long rows = (long) count * batchSize;
    List<MlmBatch> batches = new ArrayList<>(count);
    for (int number = 0; number < count; number++) {
      long first = (long) number * batchSize;
      batches.add(batch(row -> evenly(first + row, rows), seeds.randomAt(FIXED_STREAM, number)));
    }
    return List.copyOf(batches);
  }

  /**
   * Fixed batches from one of several disjoint parts of the split, so that what chooses, what
   * scores and what is the truth never share a window. Every text is in every part: runs of {@value
   * #PART_WINDOWS} windows go to the parts in turn.
   *
   * @param count how many batches
   * @param seed the seed of the masks
   * @param part which part, from 0
   * @param parts how many there are
   * @return the batches
   * @throws InputException when the part has fewer windows than the batches have sequences
   */
  public List<MlmBatch> fixed(int count, long seed, int part, int parts) {
    require(count > 0, "count is " + count);
    require(part >= 0 && part < parts, "part is " + part + " of " + parts);
    long rows = (long) count * batchSize;
    long runs = windows / PART_WINDOWS / parts;
    if (runs * PART_WINDOWS < rows) {
      throw new InputException(
          "corpus",
          "a part of its held-out text has "
              + runs * PART_WINDOWS
              + " windows, "
              + rows
              + " needed",
          "use more text, or fewer or smaller held-out batches");
    }
    Seeds seeds = new Seeds(seed);
    List<MlmBatch> batches = new ArrayList<>(count);
    for (int number = 0; number < count; number++) {
      long first = (long) number * batchSize;
      batches.add(
          batch(
              row -> {
                long own = Math.multiplyExact(first + row, runs * PART_WINDOWS) / rows;
                long run = own / PART_WINDOWS * parts + part;
                return run * PART_WINDOWS + own % PART_WINDOWS;
              },
              seeds.randomAt(FIXED_STREAM + part, number)));
    }
    return List.copyOf(batches);
  }

  private long evenly(long row, long rows) {
    return rows <= windows ? Math.multiplyExact(row, windows) / rows : row % windows;
  }

  private MlmBatch batch(IntToLongFunction windowOfRow, UniformRandomProvider random) {
    int[] ids = new int[batchSize * sequenceLength];
    for (int row = 0; row < batchSize; row++) {
      split.copyWindow(windowOfRow.applyAsLong(row), sequenceLength, ids, row * sequenceLength);
    }
    int[] positions = positions(ids, random);
    int[] targets = Arrays.stream(positions).map(position -> ids[position]).toArray();
    for (int position : positions) {
      ids[position] = shown(ids[position], random);
    }
    return new MlmBatch(ids, positions, targets);
  }

  /** The first steps of a Fisher-Yates shuffle of the places that can be masked, sorted. */
  private int[] positions(int[] ids, UniformRandomProvider random) {
    int[] candidates = new int[ids.length];
    int count = 0;
    for (int place = 0; place < ids.length; place++) {
      if (!split.special().contains(ids[place])) {
        candidates[count++] = place;
      }
    }
    int wanted = maskedPlaces();
    if (count < wanted) {
      throw new InputException(
          "corpus",
          "a batch has " + count + " places that can be masked, " + wanted + " are needed",
          "use text with fewer unknown words");
    }
    for (int place = 0; place < wanted; place++) {
      int other = place + random.nextInt(count - place);
      int kept = candidates[place];
      candidates[place] = candidates[other];
      candidates[other] = kept;
    }
    int[] positions = Arrays.copyOf(candidates, wanted);
    Arrays.sort(positions);
    return positions;
  }

  private int shown(int original, UniformRandomProvider random) {
    double share = random.nextDouble();
    if (share < MASK_SHARE) {
      return split.special().mask();
    }
    return share < MASK_OR_RANDOM_SHARE ? textual[random.nextInt(textual.length)] : original;
  }

  private static int[] textualPieces(TokenStore.Split split) {
    int[] pieces = new int[split.vocabularySize() - SpecialPieces.COUNT];
    int count = 0;
    for (int id = 0; id < split.vocabularySize(); id++) {
      if (!split.special().contains(id)) {
        pieces[count++] = id;
      }
    }
    return pieces;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
