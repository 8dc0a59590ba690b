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

  /** Whole numbers add up to the same in any order, and what is taken away leaves nothing. */
  private static final double ALL_UNITS = 1L << 50;

  private final Map<String, Long> units = new HashMap<>();
  private final Map<String, Double> first = new HashMap<>();
  private final Map<String, Double> last = new HashMap<>();
  private long work;
  private long done;

  /**
   * A run of which nothing is done yet.
   *
   * @param weights each trial's weight by its id, 0 or more
   */
  public Eta(Map<String, Double> weights) {
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    weights.forEach(
        (trial, weight) -> units.put(trial, all > 0 ? Math.round(weight / all * ALL_UNITS) : 0));
    work = units.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * A trial has reached a share of its work; the first one it tells was done before this run.
   *
   * @param trial the trial's id
   * @param share 0 to 1
   */
  public void moved(String trial, double share) {
    set(trial, first.getOrDefault(trial, share), Math.max(last(trial), share));
  }

  /**
   * A trial ran to its end.
   *
   * @param trial the trial's id
   */
  public void ended(String trial) {
    set(trial, first(trial), 1);
  }

  /**
   * A trial needed no work.
   *
   * @param trial the trial's id
   */
  public void reused(String trial) {
    set(trial, 1, 1);
  }

  /** Sums are kept, not counted anew: a run may have 100,000 trials. */
  private void set(String trial, double begun, double reached) {
    long own = units.getOrDefault(trial, 0L);
    work += part(own, first(trial)) - part(own, begun);
    done += part(own, reached) - part(own, last(trial));
    done += part(own, first(trial)) - part(own, begun);
    first.put(trial, begun);
    last.put(trial, reached);
  }

  private static long part(long units, double share) {
    return Math.round(units * share);
  }

  /**
   * The share of this run's work that is done.
   *
   * @return 0 to 1; 1 when there was none
   */
  public double share() {
    return work <= 0 ? 1 : Math.min(1, (double) done / work);
  }

  /**
   * How long the rest takes at the speed so far.
   *
   * @param elapsed since the run began
   * @return empty before anything was done, and while so little was done in so short a time that it
   *     tells of starting engines alone
   */
  public Optional<Duration> left(Duration elapsed) {
    boolean warmingUp = share() < LEAST_SHARE && elapsed.compareTo(WARM_UP) < 0;
    if (done <= 0 || warmingUp) {
      return Optional.empty();
    }
    double leftMillis = (double) elapsed.toMillis() * (work - done) / done;
    return Optional.of(Duration.ofMillis(Math.max(0, Math.round(leftMillis))));
  }

  private double first(String trial) {
    return first.getOrDefault(trial, 0.0);
  }

  private double last(String trial) {
    return last.getOrDefault(trial, 0.0);
  }
}
