package magicbench.harness.task;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import magicbench.harness.data.LabelledExample;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.data.TextTask;
import magicbench.harness.training.LabelledBatch;
import magicbench.results.plan.Seeds;

/**
 * A labelled data set, encoded. A batch's rows are as long as its longest text.
 *
 * <p>One thread at a time. Scores are divided by {@link TextTask#HIGHEST_SCORE}, so that a head
 * starts in their range.
 */
public final class LabelledTexts {

  private final List<int[]> sequences;
  private final double[] targets;
  private final int pad;
  private final Optional<float[][]> soft;
  private final EpochOrder order;

  private LabelledTexts(
      List<int[]> sequences, double[] targets, int pad, Optional<float[][]> soft) {
    this.sequences = sequences;
    this.targets = targets;
    this.pad = pad;
    this.soft = soft;
    this.order = new EpochOrder(sequences.size());
  }

  /**
   * Encodes a data set.
   *
   * @param task what they are examples of
   * @param all the examples; a test set's have the target 0
   * @param encoder how
   * @param longest the most pieces of a sequence
   * @return the encoded data set
   */
  public static LabelledTexts of(
      TextTask task, List<LabelledExample> all, TextEncoder encoder, int longest) {
    double unit = task.labels().isEmpty() ? TextTask.HIGHEST_SCORE : 1;
    return new LabelledTexts(
        encoder.encode(
            all.stream().map(LabelledExample::first).toList(),
            all.stream().map(LabelledExample::second).flatMap(Optional::stream).toList(),
            longest),
        all.stream().mapToDouble(example -> example.target().orElse(0) / unit).toArray(),
        encoder.pad(),
        Optional.empty());
  }

  /**
   * The same examples with a teacher.
   *
   * @param answers what it says of each, in the order of the file: the probabilities of its
   *     classes, or its score
   * @return examples whose batches bring that along
   * @throws IllegalArgumentException when there aren't as many
   */
  public LabelledTexts taught(float[][] answers) {
    if (answers.length != size()) {
      throw new IllegalArgumentException(
          answers.length + " answers of a teacher for " + size() + " examples");
    }
    return new LabelledTexts(sequences, targets, pad, Optional.of(answers));
  }

  /**
   * The number of examples.
   *
   * @return at least 1
   */
  public int size() {
    return sequences.size();
  }

  /**
   * The targets.
   *
   * @return each example's class from 0, or its score from 0 to 1, in the order of the file
   */
  public double[] targets() {
    return targets.clone();
  }

  /**
   * How many of these examples are among others.
   *
   * @param others encoded alike
   * @return the share of these whose pieces, all of them and in their order, are an example there,
   *     0 to 1
   */
  public double shareIn(LabelledTexts others) {
    Set<IntBuffer> known = new HashSet<>();
    others.sequences.forEach(sequence -> known.add(IntBuffer.wrap(sequence)));
    long found = sequences.stream().filter(each -> known.contains(IntBuffer.wrap(each))).count();
    return (double) found / size();
  }

  /**
   * The batch of one training step: each epoch goes through all examples in an order of its own.
   * What is left at an epoch's end and fills no batch is left out.
   *
   * @param seeds the trial's seeds (stream {@code epoch})
   * @param step the step's number, from 0
   * @param rows the size of a batch; all examples where there are fewer
   * @return the batch, the same whenever it is asked for
   */
  public LabelledBatch trainingBatch(Seeds seeds, long step, int rows) {
    return batch(order.rows(seeds, step, rows));
  }

  /**
   * All examples in the order of the file.
   *
   * @param rows the size of a batch; the last one may be smaller
   * @return batches
   */
  public List<LabelledBatch> inOrder(int rows) {
    List<LabelledBatch> batches = new ArrayList<>();
    for (int from = 0; from < size(); from += rows) {
      batches.add(batch(IntStream.range(from, Math.min(size(), from + rows)).toArray()));
    }
    return batches;
  }

  private LabelledBatch batch(int[] chosen) {
    List<int[]> rows = Arrays.stream(chosen).mapToObj(sequences::get).toList();
    double[] wanted = Arrays.stream(chosen).mapToDouble(row -> targets[row]).toArray();
    LabelledBatch batch = LabelledBatch.of(rows, pad, wanted);
    return soft.map(
            all ->
                batch.taught(
                    Arrays.stream(chosen).mapToObj(row -> all[row]).toArray(float[][]::new)))
        .orElse(batch);
  }
}
