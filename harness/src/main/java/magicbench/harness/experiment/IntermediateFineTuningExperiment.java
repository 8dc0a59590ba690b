package magicbench.harness.experiment;

import magicbench.results.plan.Trial;

/**
 * Fine-tunes a pre-trained child model on a GLUE data set as {@link FineTuningExperiment} does, and
 * leaves it for tasks that go on from there: RTE, MRPC and STS-B from the model of MNLI, in
 * NAS-BERT's recipe. The head is not handed on, since those tasks have other classes, and nothing
 * is left of one that diverged.
 */
public final class IntermediateFineTuningExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "intermediate-fine-tuning";

  private final FineTuningExperiment plain = new FineTuningExperiment();

  /** An experiment. */
  public IntermediateFineTuningExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return plain.device(trial);
  }

  @Override
  public String inputs(Trial trial) {
    return plain.inputs(trial);
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    return FineTuningExperiment.run(trial, context, FineTuningTrial.Leaves.MODEL);
  }
}
