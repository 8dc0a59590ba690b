package magicbench.harness.experiment;

import java.util.Optional;
import magicbench.harness.training.Passes;
import magicbench.results.plan.CostEstimator;
import magicbench.results.plan.Trial;

/**
 * What the harness's own kinds of trial cost, in floating-point operations: training (a backward
 * pass costs two forward ones), what an alignment adds to it, probes, validation and scores.
 * Tokenising computes nothing that counts.
 *
 * <p>Trained and probed child models are taken to be uniformly random, and an interference probe to
 * train one a step. Not counted: the optimiser, and an alignment's own distance with its backward
 * pass, which are small. Scores count one whole pass a child model, an upper bound, since child
 * models that begin alike share their first layers.
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
      case TokeniseExperiment.KIND -> Optional.of(new TrialCost(0, 0));
      case InterferenceProbeExperiment.KIND ->
          Optional.of(probe(TrialSettings.read(trial, InterferenceSettings.class)));
      case SuperNetExperiment.KIND ->
          Optional.of(superNet(TrialSettings.read(trial, SuperNetSettings.class)));
      case StandAloneExperiment.KIND, PreTrainingExperiment.KIND ->
          Optional.of(standAlone(TrialSettings.read(trial, StandAloneSettings.class)));
      default -> Optional.empty();
    };
  }

  private static TrialCost probe(InterferenceSettings settings) {
    long steps = settings.training().steps();
    long passes =
        settings.probe().plan().passes(settings.space().layers())
            * settings.probe().trainedShares().size();
    long validations =
        (long) settings.measuredSteps().size()
            * settings.validationBatches()
            * ProbeTask.VALIDATION_CHILD_MODELS;
    double forwards = FORWARD_PASSES_A_GRADIENT * (double) (steps + passes) + validations;
    PathCost path =
        new PathCost(settings.size(settings.text().vocabularySize()), settings.training().batch());
    return new TrialCost(steps, forwards * path.meanFlops());
  }

  private static TrialCost superNet(SuperNetSettings settings) {
    return settings.apart() ? apart(settings) : shared(settings);
  }

  private static TrialCost apart(SuperNetSettings settings) {
    long steps = new ApartRun(settings).part().steps();
    PathCost path =
        new PathCost(settings.size(settings.text().vocabularySize()), settings.training().batch());
    double forwards = FORWARD_PASSES_A_GRADIENT * (double) steps + passes(settings.scoring());
    return new TrialCost(
        steps * settings.children().size(), forwards * path.flops(settings.children()));
  }

  private static TrialCost shared(SuperNetSettings settings) {
    Passes training = Rehearsal.passes(settings);
    long probed =
        settings.probePlan().map(plan -> plan.passes(settings.space().layers())).orElse(0L);
    double forwards =
        training.forward()
            + FORWARD_PASSES_A_BACKWARD * (double) training.backward()
            + FORWARD_PASSES_A_GRADIENT * (double) probed;
    PathCost path =
        new PathCost(settings.size(settings.text().vocabularySize()), settings.training().batch());
    double scores = passes(settings.scoring()) * path.flops(settings.children());
    return new TrialCost(settings.training().steps(), forwards * path.meanFlops() + scores);
  }

  private static TrialCost standAlone(StandAloneSettings settings) {
    long steps = settings.training().steps();
    PathCost path =
        new PathCost(settings.size(settings.text().vocabularySize()), settings.training().batch());
    double forwards = FORWARD_PASSES_A_GRADIENT * (double) steps + passes(settings.scoring());
    return new TrialCost(steps, forwards * path.flops(settings.child()));
  }

  /** A child model's passes for its scores: a share that is named twice is scored once. */
  private static double passes(Scoring scoring) {
    return (double) scoring.trainedShares().stream().distinct().count() * scoring.batches();
  }
}
