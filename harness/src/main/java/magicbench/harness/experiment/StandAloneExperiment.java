package magicbench.harness.experiment;

import java.util.List;
import java.util.Optional;
import magicbench.harness.task.HeldOutUse;
import magicbench.harness.training.Recipe;
import magicbench.harness.truth.FixedPath;
import magicbench.results.plan.Trial;

/** Trains one child model alone: its score is the truth that super-nets are held against. */
public final class StandAloneExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "stand-alone";

  /** An experiment. */
  public StandAloneExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, StandAloneSettings.class).device());
  }

  @Override
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    StandAloneSettings settings = TrialSettings.read(trial, StandAloneSettings.class);
    return run(settings, Keeping.NOTHING, ScoredRun.Teaching.NONE).of(trial, context);
  }

  static ScoredRun run(StandAloneSettings settings, Keeping kept, ScoredRun.Teaching teaching) {
    return new ScoredRun(
        settings,
        task -> Recipe.of(new FixedPath(settings.child())),
        questions(settings, kept),
        teaching);
  }

  private static ScoredTraining.Questions questions(StandAloneSettings settings, Keeping kept) {
    return new ScoredTraining.Questions(
        settings.training(),
        List.of(settings.child()),
        settings.scoring(),
        HeldOutUse.TRUTH,
        Optional.empty(),
        kept);
  }
}
