package magicbench.harness.experiment;

import magicbench.results.plan.Trial;

/** A search in a super-net of images, which leaves an image network's layout. */
public final class ImageSearchExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "image-search";

  private final Experiment same = new SearchExperiment();

  /** An experiment. */
  public ImageSearchExperiment() {}

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
