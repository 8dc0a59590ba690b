package magicbench.harness.task;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.CorpusSummary;
import magicbench.harness.data.MlmBatch;
import magicbench.harness.data.MlmBatches;
import magicbench.harness.data.TokenStore;
import magicbench.harness.data.TrainingOverlap;
import magicbench.harness.training.TokenBatch;
import magicbench.results.plan.Seeds;

/**
 * Masked language modelling on a corpus, its held-out text cut into three disjoint parts: one for
 * choices made while training (an anchor), one for a super-net's scores, one for the truth.
 *
 * <p>The held-out batches are the same for every seed, method and child model.
 */
public final class MlmTask {

  /** What a held-out batch may be used for. */
  public enum Use {
    /** Choices made while training. */
    SELECTION(0),
    /** A super-net's scores of child models. */
    SCORE(1),
    /** The score of a child model trained alone. */
    TRUTH(2);

    private final int part;

    Use(int part) {
      this.part = part;
    }
  }

  private static final int PARTS = 3;

  private static final long HELD_OUT_SEED = 0;

  private final CorpusSummary summary;
  private final TokenStore.Split trained;
  private final int sequence;
  private final int batch;
  private final MlmBatches training;
  private final MlmBatches heldOut;

  /**
   * A task.
   *
   * @param corpus the text
   * @param sequence tokens of a sequence
   * @param batch sequences of a batch
   */
  public MlmTask(Corpus corpus, int sequence, int batch) {
    this.summary = corpus.summary();
    this.trained = corpus.tokens().train();
    this.sequence = sequence;
    this.batch = batch;
    int vocabulary = summary.vocabularySize();
    this.training = new MlmBatches(trained, sequence, batch, vocabulary);
    this.heldOut = new MlmBatches(corpus.tokens().validation(), sequence, batch, vocabulary);
  }

  /**
   * The batch of one training step.
   *
   * @param seeds the trial's seeds (stream {@code batch})
   * @param step the step's number
   * @return a batch of training text
   */
  public TokenBatch trainingBatch(Seeds seeds, long step) {
    return batch(training.draw(seeds.randomAt("batch", step)));
  }

  /**
   * A batch of training text for a probe.
   *
   * @param seeds the trial's seeds (stream {@code probe/batch})
   * @param number the batch's number
   * @return the batch, the same whenever it is asked for
   */
  public TokenBatch probeBatch(Seeds seeds, long number) {
    return batch(training.draw(seeds.randomAt("probe/batch", number)));
  }

  /**
   * Held-out batches.
   *
   * @param use what for; no window serves two uses
   * @param count how many
   * @return the batches
   * @throws magicbench.results.file.InputException when there is too little held-out text
   */
  public List<TokenBatch> heldOut(Use use, int count) {
    return heldOut.fixed(count, HELD_OUT_SEED, use.part, PARTS).stream().map(this::batch).toList();
  }

  /**
   * How much of some batches is in the training text: a check of what scores, not of how it was
   * chosen.
   *
   * @param batches as they are given to a network
   * @return the share of their runs of {@value TrainingOverlap#RUN_TOKENS} tokens that occur in the
   *     training text, 0 to 1
   */
  public double shareInTraining(List<TokenBatch> batches) {
    return TrainingOverlap.share(
        batches.stream().flatMap(each -> unmasked(each).stream()).toList(), trained);
  }

  private static List<int[]> unmasked(TokenBatch batch) {
    int[] ids = batch.inputIds().clone();
    for (int masked = 0; masked < batch.positions().length; masked++) {
      ids[batch.positions()[masked]] = batch.targets()[masked];
    }
    int length = batch.sequence();
    return IntStream.range(0, batch.batch())
        .mapToObj(row -> Arrays.copyOfRange(ids, row * length, (row + 1) * length))
        .toList();
  }

  private TokenBatch batch(MlmBatch drawn) {
    return new TokenBatch(drawn.inputIds(), batch, sequence, drawn.positions(), drawn.targets());
  }

  /**
   * What the corpus is.
   *
   * @return its summary
   */
  public CorpusSummary summary() {
    return summary;
  }
}
