package magicbench.ci.cli;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much of a run is done and how long the rest takes, from what was done since it began.
 *
 * <p>A trial counts by its weight (its predicted cost). What was done before this run began, by a
 * cached record or by a checkpoint, counts neither as done nor as to do.
 */
final class Eta {

  private final Map<String, Double> weights;
  private final Map<String, Double> first = new HashMap<>();
  private final Map<String, Double> last = new HashMap<>();

  Eta(Map<String, Double> weights) {
    this.weights = Map.copyOf(weights);
  }

  /** A trial has reached a share, 0 to 1, of its work. */
  void moved(String trial, double share) {
    first.putIfAbsent(trial, share);
    last.merge(trial, share, Math::max);
  }

  /** A trial ran to its end. */
  void ended(String trial) {
    first.putIfAbsent(trial, 0.0);
    last.put(trial, 1.0);
  }

  /** A trial needed no work. */
  void reused(String trial) {
    first.put(trial, 1.0);
    last.put(trial, 1.0);
  }

  /** The share of this run's work that is done, 0 to 1; 1 when there was none. */
  double share() {
    double total = work();
    return total <= 0 ? 1 : Math.min(1, done() / total);
  }

  /** How long the rest takes at the speed so far; empty before anything was done. */
  Optional<Duration> left(Duration elapsed) {
    double done = done();
    if (done <= 0) {
      return Optional.empty();
    }
    double leftMillis = elapsed.toMillis() * (work() - done) / done;
    return Optional.of(Duration.ofMillis(Math.max(0, Math.round(leftMillis))));
  }

  private double done() {
    return weights.entrySet().stream()
        .mapToDouble(trial -> trial.getValue() * (last(trial.getKey()) - first(trial.getKey())))
        .sum();
  }

  private double work() {
    return weights.entrySet().stream()
        .mapToDouble(trial -> trial.getValue() * (1 - first(trial.getKey())))
        .sum();
  }

  private double first(String trial) {
    return first.getOrDefault(trial, 0.0);
  }

  private double last(String trial) {
    return last.getOrDefault(trial, 0.0);
  }
}
