package magicbench.results.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What one claim alone would cost: its trials and all that those need. Claims share trials, so that
 * the sum over claims is more than the plan's cost.
 *
 * @param claim the claim's id
 * @param trials how many
 * @param flops floating-point operations of all together; empty where one trial's aren't known
 */
public record ClaimCost(String claim, int trials, OptionalDouble flops) {

  /**
   * Estimates every claim of a plan.
   *
   * @param plan the plan
   * @param estimators who knows what a trial costs; the first that knows is believed
   * @return one a claim, by id
   */
  public static List<ClaimCost> of(Plan plan, Iterable<? extends CostEstimator> estimators) {
    Map<String, Optional<Double>> costs = new HashMap<>();
    plan.trials()
        .forEach(
            trial ->
                costs.put(
                    trial.id(),
                    CostTable.cost(trial, estimators).map(CostEstimator.TrialCost::flops)));
    List<ClaimCost> claims = new ArrayList<>();
    plan.trialsByClaim()
        .forEach(
            (claim, ids) -> {
              Set<String> wanted = new HashSet<>(ids);
              Plan own = plan.withNeeds(trial -> wanted.contains(trial.id()));
              claims.add(new ClaimCost(claim, own.trials().size(), sum(own, costs)));
            });
    return claims;
  }

  private static OptionalDouble sum(Plan plan, Map<String, Optional<Double>> costs) {
    double sum = 0;
    for (Trial trial : plan.trials()) {
      Optional<Double> flops = costs.get(trial.id());
      if (flops.isEmpty()) {
        return OptionalDouble.empty();
      }
      sum += flops.get();
    }
    return OptionalDouble.of(sum);
  }
}
