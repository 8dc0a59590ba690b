package magicbench.harness.experiment;

import java.util.List;
import java.util.Optional;
import magicbench.harness.space.Architecture;
import magicbench.harness.training.Passes;
import magicbench.results.plan.CostEstimator;
import magicbench.results.plan.Trial;

/**
 * What the harness's own kinds of trial cost, in floating-point operations: training (a backward
 * pass costs two forward ones), what an alignment adds to it, probes, validation and scores.
 * Tokenising, making tasks and making a twin compute nothing that counts.
 *
 * <p>Trained and probed child models are taken to be uniformly random, and an interference probe to
 * train one a step. Not counted: the optimiser, and an alignment's own distance with its backward
 * pass, which are small. Scores count one whole pass a child model, an upper bound, since child
 * models that begin alike share their first layers. A child model that another trial finds is taken
 * to be uniformly random as well. Fine-tuning is known where the settings say how many examples are
 * trained on, and its rows are taken to be filled; the one pass that scores it isn't counted. A
 * trained image network's one pass over the test set isn't counted either. Replaced-token detection
 * costs the passes of two networks; its head isn't counted, nor the draw.
 */
public final class HarnessCostEstimator implements CostEstimator {

  /** A backward pass costs as much as so many forward ones. */
  private static final int FORWARD_PASSES_A_BACKWARD = 2;

  private static final int FORWARD_PASSES_A_GRADIENT = 1 + FORWARD_PASSES_A_BACKWARD;

  /** An estimator. */
  public HarnessCostEstimator() {}

  @Override
  public Optional<TrialCost> estimate(Trial trial) {
    return switch (trial.kind()) {
      case TokeniseExperiment.KIND,
          EmbeddedTasksExperiment.KIND,
          EmbeddedQuestionsExperiment.KIND,
          TwinExperiment.KIND,
          PublishedWeightsExperiment.KIND,
          ImagesExperiment.KIND,
          ImageTwinExperiment.KIND ->
          Optional.of(new TrialCost(0, 0));
      case InterferenceProbeExperiment.KIND, ImageProbeExperiment.KIND ->
          Optional.of(probe(TrialSettings.read(trial, InterferenceSettings.class)));
      case SuperNetExperiment.KIND, ImageSuperNetExperiment.KIND ->
          Optional.of(superNet(TrialSettings.read(trial, SuperNetSettings.class)));
      case StandAloneExperiment.KIND, ImageStandAloneExperiment.KIND ->
          Optional.of(standAlone(TrialSettings.read(trial, StandAloneSettings.class)));
      case PreTrainingExperiment.KIND, TeacherTrainingExperiment.KIND ->
          Optional.of(preTraining(TrialSettings.read(trial, PreTrainingSettings.class)));
      case SearchExperiment.KIND, ImageSearchExperiment.KIND ->
          Optional.of(search(TrialSettings.read(trial, SearchSettings.class)));
      case TeacherTokensExperiment.KIND ->
          Optional.of(teacherTokens(TrialSettings.read(trial, TeacherTokensSettings.class)));
      case ImageTrainingExperiment.KIND ->
          Optional.of(imageTraining(TrialSettings.read(trial, ImageTrainingSettings.class)));
      case FineTuningExperiment.KIND,
          IntermediateFineTuningExperiment.KIND,
          EmbeddedFineTuningExperiment.KIND,
          TeacherTuningExperiment.KIND ->
          fineTuning(TrialSettings.read(trial, FineTuningSettings.class));
      case ReadingExperiment.KIND, EmbeddedReadingExperiment.KIND ->
          reading(TrialSettings.read(trial, ReadingSettings.class));
      default -> Optional.empty();
    };
  }

  private static TrialCost probe(InterferenceSettings settings) {
    long steps = settings.training().steps();
    long passes =
        settings.probe().plan().passes(settings.searchSpace().layers())
            * settings.probe().trainedShares().size();
    long validations =
        (long) settings.measuredSteps().size()
            * settings.validationBatches()
            * ProbedTraining.VALIDATION_CHILD_MODELS;
    double forwards = FORWARD_PASSES_A_GRADIENT * (double) (steps + passes);
    return new TrialCost(
        steps,
        forwards * settings.pass().meanFlops() + validations * settings.scoredPass().meanFlops());
  }

  private static TrialCost superNet(SuperNetSettings settings) {
    return settings.apart() ? apart(settings) : shared(settings);
  }

  private static TrialCost apart(SuperNetSettings settings) {
    long steps = new ApartRun(settings).part().steps();
    double training =
        FORWARD_PASSES_A_GRADIENT * (double) steps * settings.pass().flops(settings.children());
    return new TrialCost(
        steps * settings.children().size(),
        training + scores(settings, settings.scoring(), settings.children()));
  }

  private static TrialCost shared(SuperNetSettings settings) {
    Rehearsal rehearsal = Rehearsal.of(settings);
    Passes training = rehearsal.training();
    long probed =
        settings.probePlan().map(plan -> plan.passes(settings.searchSpace().layers())).orElse(0L);
    double forwards =
        training.forward()
            + FORWARD_PASSES_A_BACKWARD * (double) training.backward()
            + FORWARD_PASSES_A_GRADIENT * (double) probed;
    return new TrialCost(
        settings.training().steps(),
        forwards * settings.pass().meanFlops()
            + rehearsal.selections() * settings.scoredPass().meanFlops()
            + scores(settings, settings.scoring(), settings.children()));
  }

  private static double scores(
      SubjectSettings settings, Scoring scoring, List<Architecture> children) {
    return passes(scoring) * settings.scoredPass().flops(children);
  }

  private static TrialCost standAlone(StandAloneSettings settings) {
    long steps = settings.training().steps();
    double training =
        FORWARD_PASSES_A_GRADIENT * (double) steps * settings.pass().flops(settings.child());
    return new TrialCost(
        steps, training + scores(settings, settings.scoring(), List.of(settings.child())));
  }

  private static TrialCost preTraining(PreTrainingSettings settings) {
    long steps = settings.training().steps();
    double forwards = FORWARD_PASSES_A_GRADIENT * (double) steps + passes(settings.scoring());
    int batch = settings.training().batch();
    double pass =
        settings
            .replacedTokens()
            .map(objective -> detection(settings, objective, batch))
            .orElseGet(() -> child(settings, PathCost.masked(settings.size(), batch)));
    return new TrialCost(steps, forwards * pass + steps * beside(settings));
  }

  /** A pass of a teacher that runs beside. */
  private static double beside(PreTrainingSettings settings) {
    LiveTeacherSettings teacher = settings.teacher();
    return teacher == null
        ? 0
        : PathCost.masked(teacher.size(settings.text()), settings.training().batch())
            .flops(teacher.layout().child());
  }

  /** A pass of the generator and one of the discriminator, which tells no token. */
  private static double detection(
      PreTrainingSettings settings, ReplacedTokens objective, int batch) {
    PathCost generator = PathCost.masked(objective.size(settings.text()), batch);
    return generator.flops(objective.generator().child())
        + child(settings, PathCost.unmasked(settings.size(), batch));
  }

  private static double child(PreTrainingSettings settings, PathCost path) {
    return settings.architecture() == null
        ? path.meanFlops()
        : path.flops(Architecture.parse(settings.architecture()));
  }

  private static TrialCost teacherTokens(TeacherTokensSettings settings) {
    PathCost path = PathCost.masked(settings.size(), settings.batch());
    double pass =
        settings.architecture() == null
            ? path.meanFlops()
            : path.flops(Architecture.parse(settings.architecture()));
    return new TrialCost(0, (double) settings.steps() * pass);
  }

  private static TrialCost imageTraining(ImageTrainingSettings settings) {
    long steps = settings.training().steps();
    PathCost path =
        PathCost.examples(settings.images().space().space(), settings.training().batch());
    double pass =
        settings.architecture() == null
            ? path.meanFlops()
            : path.flops(Architecture.parse(settings.architecture()));
    return new TrialCost(steps, FORWARD_PASSES_A_GRADIENT * (double) steps * pass);
  }

  private static TrialCost search(SearchSettings settings) {
    double forwards = (double) settings.evaluations() * settings.batches();
    return new TrialCost(0, forwards * settings.scoredPass().meanFlops());
  }

  private static Optional<TrialCost> fineTuning(FineTuningSettings settings) {
    return settings.roughExamples().isEmpty()
        ? Optional.empty()
        : Optional.of(
            beside(
                settings,
                tuning(
                    settings.training(settings.roughExamples().getAsInt()).steps(),
                    PathCost.unmasked(settings.size(), settings.batch()),
                    settings.architecture())));
  }

  /** A pass a step of a teacher that runs beside. */
  private static TrialCost beside(FineTuningSettings settings, TrialCost alone) {
    LiveTeacherSettings teacher = settings.teacher();
    return teacher == null
        ? alone
        : new TrialCost(
            alone.steps(),
            alone.flops()
                + alone.steps()
                    * PathCost.unmasked(teacher.size(settings.text()), settings.batch())
                        .flops(teacher.layout().child()));
  }

  private static Optional<TrialCost> reading(ReadingSettings settings) {
    return settings.roughExamples().isEmpty()
        ? Optional.empty()
        : Optional.of(
            tuning(
                settings.recipe().training(settings.roughExamples().getAsInt()).steps(),
                PathCost.unmasked(settings.size(), settings.recipe().batch()),
                settings.architecture()));
  }

  private static TrialCost tuning(long steps, PathCost path, String architecture) {
    double flops =
        architecture == null ? path.meanFlops() : path.flops(Architecture.parse(architecture));
    return new TrialCost(steps, FORWARD_PASSES_A_GRADIENT * (double) steps * flops);
  }

  /** A child model's passes for its scores: a share that is named twice is scored once. */
  private static double passes(Scoring scoring) {
    return (double) scoring.trainedShares().stream().distinct().count() * scoring.batches();
  }
}
