package magicbench.harness.experiment;

import magicbench.results.plan.Trial;

/**
 * Fine-tunes a teacher on a task as {@link EmbeddedFineTuningExperiment} or, where the settings
 * name GLUE's folder, {@link FineTuningExperiment} does, and leaves what it says of every example
 * that it was trained on. The teacher is a published network or one of ours, whichever left its
 * weights.
 */
public final class TeacherTuningExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "teacher-tuning";

  private final FineTuningExperiment glue = new FineTuningExperiment();
  private final EmbeddedFineTuningExperiment embedded = new EmbeddedFineTuningExperiment();

  /** An experiment. */
  public TeacherTuningExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return glue.device(trial);
  }

  @Override
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public String inputs(Trial trial) {
    return isOfGlue(trial) ? glue.inputs(trial) : embedded.inputs(trial);
  }

  private static boolean isOfGlue(Trial trial) {
    return TrialSettings.read(trial, FineTuningSettings.class).glue() != null;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    return isOfGlue(trial)
        ? FineTuningExperiment.run(trial, context, FineTuningTrial.Leaves.ANSWERS)
        : EmbeddedFineTuningExperiment.run(trial, context, FineTuningTrial.Leaves.ANSWERS);
  }
}
