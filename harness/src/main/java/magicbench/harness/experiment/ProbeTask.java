package magicbench.harness.experiment;

import java.util.List;
import java.util.stream.IntStream;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.CorpusSummary;
import magicbench.harness.data.MlmBatch;
import magicbench.harness.data.MlmBatches;
import magicbench.harness.data.TokenStore;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.training.TokenBatch;
import magicbench.results.plan.Seeds;

/**
 * The masked-LM task of a probed super-net: what it trains on, is probed on and is validated on.
 *
 * <p>Validation is the same for every seed: the same held-out batches, the same child models.
 */
final class ProbeTask {

  /** How many child models the validation loss is the mean of. */
  static final int VALIDATION_CHILD_MODELS = 8;

  private static final long VALIDATION_SEED = 0;

  private final InterferenceSettings settings;
  private final CorpusSummary summary;
  private final MlmBatches training;
  private final MlmBatches validation;

  ProbeTask(InterferenceSettings settings, Corpus corpus) {
    this.settings = settings;
    this.summary = corpus.summary();
    this.training = batches(corpus.tokens().train());
    this.validation = batches(corpus.tokens().validation());
  }

  private MlmBatches batches(TokenStore.Split split) {
    return new MlmBatches(
        split,
        settings.text().sequenceLength(),
        settings.training().batch(),
        summary.vocabularySize());
  }

  /** The batch of one training step. */
  TokenBatch trainingBatch(Seeds seeds, long step) {
    return batch(training.draw(seeds.randomAt("batch", step)));
  }

  /** A batch for the probe, the same at every share of the training. */
  TokenBatch probeBatch(Seeds seeds, long number) {
    return batch(training.draw(seeds.randomAt("probe/batch", number)));
  }

  List<TokenBatch> validationBatches() {
    return validation.fixed(settings.validationBatches(), VALIDATION_SEED).stream()
        .map(this::batch)
        .flatMap(batch -> batch.parts(settings.training().microBatch()).stream())
        .toList();
  }

  static List<Architecture> validationChildModels(SearchSpace space) {
    Seeds seeds = new Seeds(VALIDATION_SEED);
    return IntStream.range(0, VALIDATION_CHILD_MODELS)
        .mapToObj(number -> space.draw(seeds.randomAt("validation/child", number)))
        .toList();
  }

  private TokenBatch batch(MlmBatch drawn) {
    return new TokenBatch(
        drawn.inputIds(),
        settings.training().batch(),
        settings.text().sequenceLength(),
        drawn.positions(),
        drawn.targets());
  }

  CorpusSummary summary() {
    return summary;
  }
}
