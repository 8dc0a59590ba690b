package magicbench.results.packing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import magicbench.results.plan.Trial;

/**
 * Which trials should start first: those on the longest way to the plan's end, a trial's own cost
 * included. Among trials that nothing waits for, this is the longest first.
 */
public final class Urgency {

  private final Map<String, Double> longest = new HashMap<>();

  private Urgency() {}

  /**
   * Works it out.
   *
   * @param trials needs first
   * @param costs what each costs by its id, in any one unit; who isn't named costs the mean of the
   *     others, or 1 where nobody is
   * @return the urgency of each
   */
  public static Urgency of(List<Trial> trials, Map<String, Double> costs) {
    double mean = costs.values().stream().mapToDouble(Double::doubleValue).average().orElse(1);
    Urgency urgency = new Urgency();
    for (int i = trials.size() - 1; i >= 0; i--) { // needs come first, so askers come last
      Trial trial = trials.get(i);
      double after = urgency.longest.getOrDefault(trial.id(), 0.0);
      double own = after + costs.getOrDefault(trial.id(), mean);
      urgency.longest.put(trial.id(), own);
      trial.needs().forEach(need -> urgency.longest.merge(need, own, Math::max));
    }
    return urgency;
  }

  /**
   * No trial is more urgent than another.
   *
   * @return 0 for each: those that can start do so in the plan's order
   */
  public static Urgency none() {
    return new Urgency();
  }

  /**
   * How long the way is from a trial's start to the plan's end.
   *
   * @param trialId of one of the trials
   * @return the sum of costs along the dearest chain that begins with it
   */
  public double of(String trialId) {
    return longest.getOrDefault(trialId, 0.0);
  }
}
