package magicbench.harness.experiment;

import java.util.Collections;
import java.util.Optional;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.results.plan.CostEstimator;
import magicbench.results.plan.Trial;

/**
 * What the harness's own kinds of trial cost, in expectation over uniformly random paths: training
 * (a backward pass costs two forward ones), probes and validation. Tokenising computes nothing that
 * counts. One child model a step is assumed.
 */
public final class HarnessCostEstimator implements CostEstimator {

  /** One forward pass, and a backward one that costs two. */
  private static final int FORWARD_PASSES_A_GRADIENT = 3;

  private static final double MASKED_SHARE = 0.15;

  /** An estimator. */
  public HarnessCostEstimator() {}

  @Override
  public Optional<TrialCost> estimate(Trial trial) {
    return switch (trial.kind()) {
      case TokeniseExperiment.KIND -> Optional.of(new TrialCost(0, 0));
      case InterferenceProbeExperiment.KIND ->
          Optional.of(probe(TrialSettings.read(trial, InterferenceSettings.class)));
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
    return new TrialCost(steps, forwards * meanForwardFlops(settings));
  }

  /** A path's cost is the sum of its layers', so the mean over paths is that over equal layers. */
  private static double meanForwardFlops(InterferenceSettings settings) {
    NetworkSize size = settings.size(settings.text().vocabularySize());
    int batch = settings.training().batch();
    int masked = (int) Math.round(MASKED_SHARE * batch * settings.text().sequenceLength());
    return size.space().operators().stream()
        .map(operator -> Collections.nCopies(size.space().layers(), operator.name()))
        .mapToLong(names -> size.forwardFlops(new Architecture(names), batch, masked))
        .average()
        .orElseThrow();
  }
}
