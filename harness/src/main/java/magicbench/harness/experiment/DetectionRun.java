package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import magicbench.harness.space.Layout;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.ClassificationHead;
import magicbench.harness.task.MlmTask;
import magicbench.harness.training.DetectionNets;
import magicbench.harness.training.ReplacedTokenTrainer;
import magicbench.harness.training.TrainingSettings;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;

/**
 * A child model that is pre-trained by replaced tokens, on the same batches as by masked language
 * modelling. It starts over when killed.
 *
 * <p>The generator and the head are dropped at the end. The masked-LM head in the weights that stay
 * has learnt nothing; fine-tuning doesn't use it.
 *
 * @param settings of the pre-training
 * @param objective its objective
 * @param layout the child model
 * @param kept what fine-tuning goes on with
 */
record DetectionRun(
    PreTrainingSettings settings, ReplacedTokens objective, Layout layout, Keeping kept) {

  /** The generator's initial weights are no copies of the child model's. */
  private static final String GENERATOR_STREAM = "generator";

  TrialResult of(Trial trial, ExperimentContext context) {
    Needs needs = new Needs(trial, context);
    TrainingSettings training = settings.training();
    MlmTask task =
        new MlmTask(
            needs.corpus(settings.text()), settings.text().sequenceLength(), training.batch());
    Seeds seeds = new Seeds(trial.seed());
    Seeds own = new Seeds(seeds.stream(GENERATOR_STREAM));
    try (NDManager manager = NDManager.newBaseManager(DeviceKind.of(settings.device()).device());
        ChainSuperNet net = new ChainSuperNet(size(), seeds, manager);
        ChainSuperNet generator = new ChainSuperNet(objective.size(settings.text()), own, manager);
        ClassificationHead head =
            new ClassificationHead(layout.space().space(), 1, seeds, manager, DataType.FLOAT32);
        ReplacedTokenTrainer trainer =
            new ReplacedTokenTrainer(
                new DetectionNets(
                    generator, objective.generator().child(), net, layout.child(), head),
                objective.lossWeights(),
                step -> task.trainingBatch(seeds, step),
                training,
                seeds)) {
      DetectionTraining.Ended ended = new DetectionTraining(settings, task, trainer, context).run();
      if (ended.divergence().isEmpty()) {
        kept.keepWithHash(net, context.artifact());
      }
      return new DetectionReport(this, task.summary(), trainer).result(ended);
    }
  }

  NetworkSize size() {
    return layout.size(settings.text().vocabularySize(), settings.text().sequenceLength());
  }
}
