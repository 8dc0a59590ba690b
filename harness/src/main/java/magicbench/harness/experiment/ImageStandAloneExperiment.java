package magicbench.harness.experiment;

import magicbench.results.plan.Trial;

/** One child model of images that is trained alone: the truth of a super-net of images. */
public final class ImageStandAloneExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "image-stand-alone";

  private final Experiment same = new StandAloneExperiment();

  /** An experiment. */
  public ImageStandAloneExperiment() {}

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
