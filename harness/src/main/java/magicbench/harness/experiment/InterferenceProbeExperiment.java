package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import java.util.ServiceLoader;
import java.util.TreeMap;
import magicbench.harness.data.Corpus;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.results.file.InputException;
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
    ProbeTask task = new ProbeTask(settings, corpus(trial, context));
    NetworkSize size = settings.size(task.summary().vocabularySize());
    Seeds seeds = new Seeds(trial.seed());
    PathSampler sampler = sampler(trial, settings, size.space());
    DeviceKind device = DeviceKind.of(settings.device());
    try (NDManager manager = NDManager.newBaseManager(device.device());
        SuperNet net = new SuperNet(size, seeds, manager);
        SuperNetTrainer trainer =
            new SuperNetTrainer(
                net,
                sampler,
                step -> task.trainingBatch(seeds, step),
                settings.training(),
                seeds)) {
      return new ProbedTraining(settings, task, net, trainer, context).run(seeds);
    }
  }

  private static Corpus corpus(Trial trial, ExperimentContext context) {
    if (trial.needs().size() != 1) {
      throw new InputException(
          "trial " + trial.id() + " (" + KIND + ")",
          "needs " + trial.needs().size() + " trials, not just its corpus",
          "let the scale's experiment need " + TokeniseExperiment.KIND + " only");
    }
    return Corpus.open(context.artifactOf(trial.needs().get(0)));
  }

  private static PathSampler sampler(
      Trial trial, InterferenceSettings settings, SearchSpace space) {
    TreeMap<String, SamplingMethod> methods = new TreeMap<>();
    ServiceLoader.load(SamplingMethod.class).forEach(found -> methods.put(found.name(), found));
    SamplingMethod method = methods.get(trial.method());
    if (method == null) {
      throw new InputException(
          "method " + trial.method(),
          "is none of " + methods.keySet(),
          "correct the claim, or add the jar that offers it to the class path");
    }
    try {
      return method.create(space, settings.samplerSettings());
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "settings of " + KIND + ", field samplerSettings",
          "is not right (" + e.getMessage() + ")",
          "correct the scale's file",
          e);
    }
  }
}
