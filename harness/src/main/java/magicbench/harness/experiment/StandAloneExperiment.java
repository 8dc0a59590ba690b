package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;
import magicbench.harness.data.Corpus;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.task.MlmTask;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.truth.FixedPath;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;

/** Trains one child model alone: its score is the truth that super-nets are held against. */
public final class StandAloneExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "stand-alone";

  /** An experiment. */
  public StandAloneExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, StandAloneSettings.class).device());
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    StandAloneSettings settings = TrialSettings.read(trial, StandAloneSettings.class);
    Corpus corpus = Corpora.of(trial, context, settings.text());
    MlmTask task =
        new MlmTask(corpus, settings.text().sequenceLength(), settings.training().batch());
    NetworkSize size = settings.size(task.summary().vocabularySize());
    Seeds seeds = new Seeds(trial.seed());
    try (NDManager manager = NDManager.newBaseManager(DeviceKind.of(settings.device()).device());
        SuperNet net = new SuperNet(size, seeds, manager);
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                net,
                new FixedPath(settings.child()),
                step -> task.trainingBatch(seeds, step),
                settings.training(),
                seeds)) {
      ScoredTraining.Ended ended =
          new ScoredTraining(questions(settings), task, net, trainer, context).run(seeds);
      return new ScoreReport(
              task.summary(),
              List.of(settings.architecture()),
              trainer,
              settings.training().batch())
          .result(ended);
    }
  }

  private static ScoredTraining.Questions questions(StandAloneSettings settings) {
    return new ScoredTraining.Questions(
        settings.training(),
        List.of(settings.child()),
        settings.scoring(),
        MlmTask.Use.TRUTH,
        Optional.empty());
  }
}
