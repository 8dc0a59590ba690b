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
import magicbench.harness.training.Batch;
import magicbench.harness.training.TokenBatch;
import magicbench.results.plan.Seeds;

/**
 * Masked language modelling on a corpus, its held-out text cut into three disjoint parts: one for
 * choices made while training (an anchor), one for a super-net's scores, one for the truth.
 *
 * <p>The held-out batches are the same for every seed, method and child model.
 */
public final class MlmTask implements SuperNetTask {

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

  @Override
  public TokenBatch trainingBatch(Seeds seeds, long step) {
    return batch(training.draw(seeds.randomAt("batch", step)));
  }

  @Override
  public TokenBatch probeBatch(Seeds seeds, long number) {
    return batch(training.draw(seeds.randomAt("probe/batch", number)));
  }

  @Override
  public List<TokenBatch> heldOut(HeldOutUse use, int count) {
    return heldOut.fixed(count, HELD_OUT_SEED, use.part(), HeldOutUse.PARTS).stream()
        .map(this::batch)
        .toList();
  }

  @Override
  public List<TokenBatch> validation(int count) {
    return heldOut.fixed(count, HELD_OUT_SEED).stream().map(this::batch).toList();
  }

  /** The share of runs of {@value TrainingOverlap#RUN_TOKENS} tokens that the training text has. */
  @Override
  public double shareInTraining(List<? extends Batch> batches) {
    return TrainingOverlap.share(
        batches.stream().flatMap(each -> unmasked((TokenBatch) each).stream()).toList(), trained);
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
