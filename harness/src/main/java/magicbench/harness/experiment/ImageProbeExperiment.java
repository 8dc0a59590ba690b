package magicbench.harness.experiment;

import magicbench.results.plan.Trial;

/** An interference probe of images: a kind of its own, so that one scale may have both. */
public final class ImageProbeExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "image-probe";

  private final Experiment same = new InterferenceProbeExperiment();

  /** An experiment. */
  public ImageProbeExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return same.device(trial);
  }

  @Override
  public boolean sharesProcess(Trial trial) {
    return same.sharesProcess(trial);
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    return same.run(trial, context);
  }
}
