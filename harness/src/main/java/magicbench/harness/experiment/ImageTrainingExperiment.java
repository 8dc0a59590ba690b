package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import magicbench.harness.space.ImageLayout;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.training.Recipe;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.truth.FixedPath;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;

/**
 * Trains one image network alone, as its settings name it or a search or a twin left it, and tests
 * it on the whole test set, which nothing was chosen by.
 */
public final class ImageTrainingExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "image-training";

  /** An experiment. */
  public ImageTrainingExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, ImageTrainingSettings.class).device());
  }

  @Override
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    ImageTrainingSettings settings = TrialSettings.read(trial, ImageTrainingSettings.class);
    Needs needs = new Needs(trial, context);
    ImageLayout layout = settings.layout(needs);
    ImageSubject subject =
        ImageSubject.of(settings.images().with(layout.space()), settings.training().batch(), needs);
    Seeds seeds = new Seeds(trial.seed());
    try (NDManager manager = NDManager.newBaseManager(DeviceKind.of(settings.device()).device());
        TrainingBatches batches = subject.training(seeds);
        SuperNet net = subject.net(seeds, manager);
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                net,
                Recipe.of(new FixedPath(layout.child())),
                batches,
                settings.training(),
                seeds)) {
      return new TestedTraining(layout, subject, net, trainer, context).run(settings.training());
    }
  }
}
