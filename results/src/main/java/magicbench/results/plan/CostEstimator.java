package magicbench.results.plan;

import java.util.Optional;

/** Knows what a trial costs before it runs; found with {@link java.util.ServiceLoader}. */
public interface CostEstimator {

  /**
   * The predicted cost of one trial.
   *
   * @param trial the trial
   * @return empty when this estimator doesn't know the trial's kind
   */
  Optional<TrialCost> estimate(Trial trial);

  /**
   * A prediction.
   *
   * @param steps training steps
   * @param flops floating-point operations of everything, forward and backward
   */
  record TrialCost(long steps, double flops) {}
}
