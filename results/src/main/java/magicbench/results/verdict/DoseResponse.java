package magicbench.results.verdict;

import java.util.List;
import java.util.Optional;
import magicbench.results.stats.Interval;

/**
 * The outcome's mean at each level of the cause.
 *
 * @param cause the cause's column
 * @param outcome the outcome's column
 * @param levels by rising cause
 */
public record DoseResponse(String cause, String outcome, List<Level> levels) {

  /** Keeps an immutable copy. */
  public DoseResponse {
    levels = List.copyOf(levels);
  }

  /**
   * One level.
   *
   * @param cause the cause's value; for a continuous cause the mean of its bin
   * @param mean the outcome's mean over super-net seeds of each seed's mean
   * @param interval of that mean over super-net seeds; empty where one seed alone has rows
   * @param observations how many rows
   */
  public record Level(double cause, double mean, Optional<Interval> interval, int observations) {}
}
