package magicbench.harness.experiment;

import magicbench.results.plan.Trial;

/** One kind of trial, found by its name with {@link java.util.ServiceLoader}. */
public interface Experiment {

  /**
   * The kind of trial that this experiment runs.
   *
   * @return its name in plans, for instance {@code interference-probe}
   */
  String kind();

  /**
   * The device that a trial will run on, without running it.
   *
   * @param trial a trial of this kind
   * @return where its tensors will lie; the CPU for a kind that has none
   * @throws magicbench.results.file.InputException when the settings ask for a device that isn't
   *     there
   */
  DeviceKind device(Trial trial);

  /**
   * What a trial reads from outside the build and its needs, as text that changes when that does.
   *
   * @param trial a trial of this kind
   * @return for instance names, sizes and times of the files in a folder; empty when it reads
   *     nothing
   * @throws magicbench.results.file.InputException when it isn't there
   */
  default String inputs(Trial trial) {
    return "";
  }

  /**
   * Whether a trial may follow others in one process: where starting one takes longer than a trial,
   * and nothing of a trial outlives it in the engine.
   *
   * @param trial a trial of this kind
   * @return false unless a test of this kind, or of one that runs the same code, shows that it
   *     makes no difference
   */
  default boolean sharesProcess(Trial trial) {
    return false;
  }

  /**
   * Runs a trial, going on where an earlier attempt stopped.
   *
   * @param trial a trial of this kind
   * @param context its folders and its listener
   * @return what it measured
   * @throws magicbench.results.file.InputException when settings or data are not as they must be
   */
  TrialResult run(Trial trial, ExperimentContext context);
}
