package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.task.HeldOutUse;
import magicbench.harness.task.MlmTask;
import magicbench.harness.task.SuperNetTask;
import magicbench.harness.training.Batch;
import magicbench.harness.training.BatchSource;
import magicbench.harness.training.LiveTeacher;
import magicbench.harness.training.Recipe;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.harness.training.TokenBatch;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;

/**
 * A network that is trained and then scores child models: a super-net or a child model alone.
 *
 * @param settings what it is
 * @param recipe how it is trained, given the task
 * @param questions what is measured
 * @param teaching where a teacher comes in
 */
record ScoredRun(
    ScoredSettings settings,
    Function<SuperNetTask, Recipe> recipe,
    ScoredTraining.Questions questions,
    Teaching teaching) {

  /** So many batches tell what a teacher knows. */
  private static final int ASKED_BATCHES = 8;

  /** Where a teacher may come in. */
  @FunctionalInterface
  interface Teaching {

    /** Without one. */
    Teaching NONE = (task, batches) -> batches;

    /**
     * The batches that are trained on.
     *
     * @param task the task
     * @param batches the same without a teacher
     */
    BatchSource<TokenBatch> of(MlmTask task, BatchSource<TokenBatch> batches);

    /**
     * A teacher that runs beside.
     *
     * @param manager what its weights are put under, and freed with
     */
    default Optional<LiveTeacher> beside(NDManager manager) {
      return Optional.empty();
    }
  }

  ScoredRun(
      ScoredSettings settings,
      Function<SuperNetTask, Recipe> recipe,
      ScoredTraining.Questions questions) {
    this(settings, recipe, questions, Teaching.NONE);
  }

  TrialResult of(Trial trial, ExperimentContext context) {
    Subject subject = Subject.of(settings, new Needs(trial, context));
    Seeds seeds = new Seeds(trial.seed());
    try (NDManager manager = NDManager.newBaseManager(DeviceKind.of(settings.device()).device());
        TrainingBatches made = subject.training(seeds);
        SuperNet net = subject.net(seeds, manager)) {
      Optional<LiveTeacher> teacher = teaching.beside(manager);
      OptionalDouble teacherLoss = loss(teacher, subject, context);
      try (SuperNetTrainer trainer =
          new SuperNetTrainer(
              net,
              recipe.apply(subject.task()).taughtBy(teacher),
              batches(subject, made),
              settings.training(),
              seeds)) {
        ScoredTraining.Ended ended =
            new ScoredTraining(questions, subject.task(), net, trainer, context).run(seeds);
        return new ScoreReport(
                subject,
                questions.children().stream().map(Architecture::toString).toList(),
                trainer,
                settings.batch(),
                teacherLoss)
            .result(ended);
      }
    }
  }

  /** Only text has teachers. */
  private BatchSource<? extends Batch> batches(Subject subject, TrainingBatches made) {
    return subject.task() instanceof MlmTask text
        ? teaching.of(text, step -> (TokenBatch) made.at(step))
        : made;
  }

  /**
   * How well a teacher fills in masked words of text that nobody is trained on, in nats; refused
   * where it is to tell them and doesn't.
   */
  private OptionalDouble loss(
      Optional<LiveTeacher> teacher, Subject subject, ExperimentContext context) {
    if (teacher.isEmpty()) {
      return OptionalDouble.empty();
    }
    MlmTask task = ((TextSubject) subject).task();
    int microBatch = settings.training().microBatch();
    double loss =
        task.heldOut(HeldOutUse.SELECTION, ASKED_BATCHES).stream()
            .mapToDouble(batch -> teacher.get().loss(batch, microBatch, context::alive))
            .average()
            .orElseThrow();
    if (teacher.get().lessons().softShare() > 0) {
      TeacherKnowledge.require(loss, task.summary().validationCrossEntropyNats());
    }
    return OptionalDouble.of(loss);
  }
}
