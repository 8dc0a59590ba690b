package magicbench.harness.execution;

import magicbench.harness.experiment.DeviceKind;
import magicbench.harness.experiment.Experiment;
import magicbench.harness.experiment.ExperimentContext;
import magicbench.harness.experiment.TrialResult;
import magicbench.results.plan.Trial;

/** Scripted trials that may follow each other in one process. */
public final class SharedScriptedExperiment implements Experiment {

  public static final String KIND = "shared-scripted";

  private final ScriptedExperiment script = new ScriptedExperiment();

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return script.device(trial);
  }

  @Override
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    System.err.println("errors of " + trial.id());
    System.out.print("no end of line");
    return script.run(trial, context);
  }
}
