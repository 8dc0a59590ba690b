package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;

/**
 * Trains a super-net on a corpus and probes it on the way: how alike are the gradients that two
 * child models give to what they share?
 */
public final class InterferenceProbeExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "interference-probe";

  /** An experiment. */
  public InterferenceProbeExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, InterferenceSettings.class).device());
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    InterferenceSettings settings = TrialSettings.read(trial, InterferenceSettings.class);
    Subject subject = Subject.of(settings, new Needs(trial, context));
    Seeds seeds = new Seeds(trial.seed());
    PathSampler sampler = sampler(trial, settings, subject.size().space());
    DeviceKind device = DeviceKind.of(settings.device());
    try (NDManager manager = NDManager.newBaseManager(device.device());
        TrainingBatches batches = subject.training(seeds);
        SuperNet net = subject.net(seeds, manager);
        SuperNetTrainer trainer =
            new SuperNetTrainer(net, sampler, batches, settings.training(), seeds)) {
      return new ProbedTraining(settings, subject, net, trainer, context).run(seeds);
    }
  }

  private static PathSampler sampler(
      Trial trial, InterferenceSettings settings, SearchSpace space) {
    SamplingMethod method =
        Services.named(SamplingMethod.class, SamplingMethod::name, "method", trial.method());
    return Services.made(
        KIND, "samplerSettings", () -> method.create(space, settings.samplerSettings()));
  }
}
