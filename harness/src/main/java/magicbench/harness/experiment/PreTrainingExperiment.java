package magicbench.harness.experiment;

import java.util.Optional;
import magicbench.results.plan.Trial;

/** Trains one child model alone, as the truth is, and keeps its weights for fine-tuning. */
public final class PreTrainingExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "pre-training";

  /** An experiment. */
  public PreTrainingExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, StandAloneSettings.class).device());
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    StandAloneSettings settings = TrialSettings.read(trial, StandAloneSettings.class);
    return StandAloneExperiment.run(settings, Optional.of(settings.child())).of(trial, context);
  }
}
