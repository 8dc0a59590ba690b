package magicbench.harness.experiment;

import magicbench.harness.space.Layout;
import magicbench.results.plan.Trial;

/**
 * Trains one child model alone, as the truth is or by replaced tokens, and keeps its weights and
 * its layout for fine-tuning. The settings name the child model, or a search or a twin left it.
 */
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
    return DeviceKind.of(TrialSettings.read(trial, PreTrainingSettings.class).device());
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    PreTrainingSettings settings = TrialSettings.read(trial, PreTrainingSettings.class);
    Layout layout = settings.layout(new Needs(trial, context));
    LayoutFile.write(context.artifact(), layout);
    Keeping kept = Keeping.child(layout.child());
    return settings
        .replacedTokens()
        .map(objective -> new DetectionRun(settings, objective, layout, kept).of(trial, context))
        .orElseGet(() -> StandAloneExperiment.run(settings.of(layout), kept).of(trial, context));
  }
}
