package magicbench.harness.experiment;

import magicbench.results.plan.Trial;

/**
 * Trains a teacher alone as {@link PreTrainingExperiment} trains those that it teaches: a kind of
 * its own, since no kind can need itself.
 */
public final class TeacherTrainingExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "teacher-training";

  private final PreTrainingExperiment plain = new PreTrainingExperiment();

  /** An experiment. */
  public TeacherTrainingExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return plain.device(trial);
  }

  @Override
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    TeacherModel.leaveCorpus(context.artifact(), new Needs(trial, context).corpusIdentity());
    return plain.run(trial, context);
  }
}
