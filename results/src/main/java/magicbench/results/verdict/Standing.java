package magicbench.results.verdict;

import java.util.List;
import java.util.Optional;

/**
 * How one method's super-nets rank, and at what price.
 *
 * @param method its name
 * @param agreement Kendall's tau-b with the truth, mean over last evaluations and seeds; empty
 *     where it is undefined
 * @param figures further numbers: gradient cosine, scores, passes, seconds; those that are known
 * @param points one a child model: its mean score over seeds at the last evaluation, and its truth
 */
public record Standing(
    String method, Optional<Estimate> agreement, List<Estimate> figures, List<Point> points) {

  /** Keeps immutable copies. */
  public Standing {
    figures = List.copyOf(figures);
    points = List.copyOf(points);
  }

  /**
   * A child model.
   *
   * @param architecture as text
   * @param score the mean of its scores, in nats
   * @param truth its stand-alone score, in nats
   */
  public record Point(String architecture, double score, double truth) {}
}
