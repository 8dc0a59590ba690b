package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Optional;
import magicbench.harness.space.Layout;
import magicbench.harness.task.MlmTask;
import magicbench.harness.training.BatchSource;
import magicbench.harness.training.LiveTeacher;
import magicbench.harness.training.TokenBatch;
import magicbench.results.plan.Trial;

/**
 * Trains one child model alone, as the truth is, with a teacher beside the truth or by replaced
 * tokens, and keeps its weights and its layout for fine-tuning. The settings name the child model,
 * or a search or a twin left it.
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
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    PreTrainingSettings settings = TrialSettings.read(trial, PreTrainingSettings.class);
    Needs needs = new Needs(trial, context);
    requireHeard(settings, needs);
    Layout layout = settings.layout(needs);
    LayoutFile.write(context.artifact(), layout);
    Keeping kept = Keeping.child(layout.child());
    return settings
        .replacedTokens()
        .map(objective -> new DetectionRun(settings, objective, layout, kept).of(trial, context))
        .orElseGet(
            () ->
                StandAloneExperiment.run(
                        settings.of(layout), kept, teaching(settings, layout, needs))
                    .of(trial, context));
  }

  /** A teacher among the needs that has no part of the loss would pass for having taught. */
  private static void requireHeard(PreTrainingSettings settings, Needs needs) {
    if (settings.teacher() != null) {
      needs.requireOneTeacher(TeacherTokens.NAME);
      return;
    }
    needs.requireNoModel(Keeping.CHILD_WEIGHTS);
    if (settings.softShare() == 0) {
      needs.requireNoTeacher(TeacherTokens.NAME);
    }
  }

  /** What a teacher makes of the batches, where it has a part of the loss. */
  private static ScoredRun.Teaching teaching(
      PreTrainingSettings settings, Layout layout, Needs needs) {
    if (settings.teacher() != null) {
      return beside(settings, layout, needs);
    }
    if (settings.softShare() == 0) {
      return ScoredRun.Teaching.NONE;
    }
    Path file = needs.ofTeacher(TeacherTokens.NAME, TeacherTokensExperiment.KIND);
    return (task, batches) -> {
      TeacherTokens teacher = TeacherTokens.open(file);
      teacher.requireOf(
          new TeacherTokens.Asked(
              task.summary().identity(),
              needs.trial().seed(),
              settings.training().batch(),
              settings.text().sequenceLength()),
          settings.training().steps());
      return step -> teacher.taught(batches.at(step), step, settings.softShare());
    };
  }

  private static ScoredRun.Teaching beside(
      PreTrainingSettings settings, Layout layout, Needs needs) {
    TeacherModel model =
        new TeacherModel(
            settings.teacher(),
            settings.teacher().lessons(settings.softShare()),
            settings.text(),
            TeacherModel.Left.ofPreTraining(
                needs.ofTeacher(
                    Keeping.CHILD_WEIGHTS,
                    TeacherTrainingExperiment.KIND + " or " + PublishedWeightsExperiment.KIND)));
    model.check(layout, needs.corpusFolder(), KIND);
    model.requireCorpus(needs.corpusIdentity(), KIND);
    return new ScoredRun.Teaching() {
      @Override
      public BatchSource<TokenBatch> of(MlmTask task, BatchSource<TokenBatch> batches) {
        return batches;
      }

      @Override
      public Optional<LiveTeacher> beside(NDManager manager) {
        return model.under(manager);
      }
    };
  }
}
