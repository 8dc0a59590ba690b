package magicbench.results.record;

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
public final class Eta {

  private static final double LEAST_SHARE = 0.05;
  private static final Duration WARM_UP = Duration.ofMinutes(2);

  private final Map<String, Double> weights;
  private final Map<String, Double> first = new HashMap<>();
  private final Map<String, Double> last = new HashMap<>();

  /**
   * A run of which nothing is done yet.
   *
   * @param weights each trial's weight by its id, 0 or more
   */
  public Eta(Map<String, Double> weights) {
    this.weights = Map.copyOf(weights);
  }

  /**
   * A trial has reached a share of its work; the first one it tells was done before this run.
   *
   * @param trial the trial's id
   * @param share 0 to 1
   */
  public void moved(String trial, double share) {
    first.putIfAbsent(trial, share);
    last.merge(trial, share, Math::max);
  }

  /**
   * A trial ran to its end.
   *
   * @param trial the trial's id
   */
  public void ended(String trial) {
    first.putIfAbsent(trial, 0.0);
    last.put(trial, 1.0);
  }

  /**
   * A trial needed no work.
   *
   * @param trial the trial's id
   */
  public void reused(String trial) {
    first.put(trial, 1.0);
    last.put(trial, 1.0);
  }

  /**
   * The share of this run's work that is done.
   *
   * @return 0 to 1; 1 when there was none
   */
  public double share() {
    double total = work();
    return total <= 0 ? 1 : Math.min(1, done() / total);
  }

  /**
   * How long the rest takes at the speed so far.
   *
   * @param elapsed since the run began
   * @return empty before anything was done, and while so little was done in so short a time that it
   *     tells of starting engines alone
   */
  public Optional<Duration> left(Duration elapsed) {
    double done = done();
    boolean warmingUp = share() < LEAST_SHARE && elapsed.compareTo(WARM_UP) < 0;
    if (done <= 0 || warmingUp) {
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
