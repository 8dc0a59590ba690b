package magicbench.results.verdict;

import java.util.Optional;
import magicbench.results.stats.Interval;

/**
 * A number with its uncertainty.
 *
 * @param name what it is, for readers
 * @param value the number
 * @param interval where it may lie; empty where a single value tells no spread
 * @param observations how many rows it rests on
 * @param seeds how many super-net seeds it rests on
 */
public record Estimate(
    String name, double value, Optional<Interval> interval, int observations, int seeds) {

  /** An estimate with an interval. */
  static Estimate within(String name, double value, Interval interval, int rows, int seeds) {
    return new Estimate(name, value, Optional.of(interval), rows, seeds);
  }

  /**
   * The interval of an estimate that has one, as the decisive one has unless a claim states a level
   * and there is a single seed.
   *
   * @return the interval
   * @throws IllegalStateException when there is none
   */
  public Interval bounds() {
    return interval.orElseThrow(() -> new IllegalStateException(name + " has no interval"));
  }
}
