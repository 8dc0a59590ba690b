package magicbench.harness.experiment;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.space.Layout;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.task.Grades;
import magicbench.harness.task.LabelledTexts;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Table;

/**
 * A trial that fine-tunes a pre-trained child model, whatever the task.
 *
 * @param trial the trial
 * @param context what it is given
 * @param settings how
 * @param leaves what is left for other trials
 */
record FineTuningTrial(
    Trial trial, ExperimentContext context, FineTuningSettings settings, Leaves leaves) {

  /** What a fine-tuning leaves for other trials. */
  enum Leaves {
    /** Its record alone. */
    NOTHING,
    /** The fine-tuned child model, without its head. */
    MODEL,
    /** What it says of the examples that it was trained on. */
    ANSWERS
  }

  /**
   * Trains and scores.
   *
   * @param parts the examples, given the corpus of the pre-training
   * @throws InputException when the trial doesn't need just one pre-training and one corpus, or the
   *     corpus was cut otherwise
   */
  TrialResult result(Function<Corpus, TaskParts> parts) {
    Needs needs = new Needs(trial, context);
    Path weights = settings.weights(needs);
    Layout layout = settings.layout(needs);
    TaskParts found =
        parts.apply(needs.corpus(settings.text(), weights)).atMost(settings.mostExamples());
    try (TextEncoder encoder = needs.encoder(weights)) {
      FineTuningRun run = run(layout, found, encoder, needs, weights);
      FineTuningRun.Ended ended = run.of(new Seeds(trial.seed()), weights, context);
      ended
          .teaching()
          .ifPresent(answers -> answers.write(context.artifact(), found.task(), found.train()));
      return new TrialResult(
          ended.failure().isPresent() ? Outcome.DIVERGED : Outcome.COMPLETED,
          ended.failure().orElse(""),
          metrics(run, ended, found),
          new TreeMap<>(Map.of("trainingLoss", ended.losses())),
          tables(layout, ended),
          found.data());
    }
  }

  private FineTuningRun run(
      Layout layout, TaskParts parts, TextEncoder encoder, Needs needs, Path weights) {
    int longest = settings.text().sequenceLength();
    return new FineTuningRun(
        settings,
        layout,
        parts.task(),
        LabelledTexts.of(parts.task(), parts.train(), encoder, longest),
        LabelledTexts.of(parts.task(), parts.dev(), encoder, longest),
        encoded(parts, encoder, longest),
        teacher(parts, needs),
        beside(layout, parts, needs, weights),
        kept(layout, parts, needs, weights),
        settings.exports() ? Optional.of(needs.encoderFolder(weights)) : Optional.empty(),
        leaves == Leaves.ANSWERS);
  }

  /**
   * What a teacher says of what is trained on, where it has a part of the loss. Of one that runs
   * beside, it shows that it was tuned on the same examples, and how well.
   */
  private Optional<TeacherAnswers> teacher(TaskParts parts, Needs needs) {
    String name = TeacherAnswers.name(parts.task().title());
    if (settings.softShare() == 0 && settings.teacher() == null) {
      needs.requireNoTeacher(name);
      return Optional.empty();
    }
    Path file = needs.ofTeacher(name, TeacherTuningExperiment.KIND);
    return Optional.of(TeacherAnswers.read(file, parts.task(), parts.train()));
  }

  /** A teacher that runs beside, where something is learnt of it. */
  private Optional<TeacherModel> beside(Layout layout, TaskParts parts, Needs needs, Path weights) {
    if (settings.teacher() == null) {
      return Optional.empty();
    }
    Path answers =
        needs.ofTeacher(TeacherAnswers.name(parts.task().title()), TeacherTuningExperiment.KIND);
    TeacherModel model =
        new TeacherModel(
            settings.teacher(),
            settings.teacher().lessons(0),
            settings.text(),
            TeacherModel.Left.beside(answers));
    model.check(layout, needs.encoderFolder(weights), trial.kind());
    return Optional.of(model);
  }

  private Keeping kept(Layout layout, TaskParts parts, Needs needs, Path weights) {
    if (settings.leavesModel()) {
      if (leaves != Leaves.ANSWERS) {
        throw new InputException(
            "settings of " + trial.kind() + ", field leavesModel",
            "is true, but only a teacher is left for others to run beside",
            "set it in " + TeacherTuningExperiment.KIND + " alone");
      }
      return TeacherModel.keeping(
          context.artifact().resolve(TeacherAnswers.name(parts.task().title())),
          layout,
          needs.encoderFolder(weights));
    }
    return leaves == Leaves.MODEL ? Keeping.tuned(layout.child()) : Keeping.NOTHING;
  }

  private static SortedMap<String, LabelledTexts> encoded(
      TaskParts parts, TextEncoder encoder, int longest) {
    SortedMap<String, LabelledTexts> encoded = new TreeMap<>();
    parts
        .tests()
        .forEach(
            (table, examples) ->
                encoded.put(table, LabelledTexts.of(parts.task(), examples, encoder, longest)));
    return encoded;
  }

  private static SortedMap<String, Table> tables(Layout layout, FineTuningRun.Ended ended) {
    SortedMap<String, Table> tables = new TreeMap<>(ended.answers());
    tables.put("layout", LayoutTable.of(layout));
    return tables;
  }

  private static SortedMap<String, Double> metrics(
      FineTuningRun run, FineTuningRun.Ended ended, TaskParts parts) {
    SortedMap<String, Double> metrics = new TreeMap<>(ended.grades());
    if (ended.failure().isEmpty()) {
      metrics.put("taskScore", Grades.score(parts.task(), ended.grades()));
      metrics.put("chanceScore", Grades.chance(parts.task(), ended.grades()));
    }
    NetworkSize size = run.settings().size(run.layout());
    metrics.put("parameters", (double) size.parameters(run.layout().child()));
    metrics.put("forwardFlops", (double) size.forwardFlops(run.layout().child()));
    metrics.put("scoredShareInTraining", run.dev().shareIn(run.train()));
    metrics.put("trainingExamples", (double) parts.train().size());
    metrics.put("devExamples", (double) parts.dev().size());
    metrics.put("malformedLines", (double) parts.malformedLines());
    metrics.put("trainingSteps", (double) ended.steps());
    metrics.put("trainingSeconds", ended.seconds());
    run.teacher()
        .map(TeacherAnswers::scored)
        .ifPresent(
            teacher -> {
              metrics.put("softShare", run.settings().softShare());
              metrics.put("teacherScore", teacher.score());
              metrics.put("teacherChanceScore", teacher.chance());
            });
    run.beside().ifPresent(teacher -> metrics.put("teacherForwardPasses", (double) ended.steps()));
    ended.latencyMillis().ifPresent(millis -> metrics.put("latencyMillis", millis));
    if (ended.teaching().isPresent()) {
      metrics.put("teachingSeconds", ended.teachingSeconds());
    }
    return metrics;
  }
}
