package magicbench.results.verdict;

import java.util.List;
import java.util.Optional;
import magicbench.results.plan.Scale;

/**
 * What moving one setting does to a method's ranks.
 *
 * @param name for a file's name
 * @param title for readers
 * @param setting what is moved, with its unit
 * @param points in the order in which they are drawn
 */
public record StudyCurve(String name, String title, String setting, List<Point> points) {

  /** Keeps an immutable copy. */
  public StudyCurve {
    points = List.copyOf(points);
  }

  /**
   * One value of the setting.
   *
   * @param value as readers see it
   * @param method the method that has it
   * @param against the method that it is held against
   * @param truth the method of the kind that holds the truth; empty for the claims' truth
   * @param agreement the method's Kendall's tau-b; empty where it was not run or is undefined
   * @param gain of tau-b over the other, paired by seed; empty where either was not run
   * @param ceiling the noise ceiling of the truth that both are held against; empty where it was
   *     not run, or from a single seed
   */
  public record Point(
      String value,
      String method,
      String against,
      String truth,
      Optional<Estimate> agreement,
      Optional<Estimate> gain,
      Optional<Estimate> ceiling) {}

  /** Each point in the contest whose truth it names; without numbers where there is none. */
  static StudyCurve of(ContestNumbers numbers, Scale.Study study) {
    return new StudyCurve(
        study.name(),
        study.title(),
        study.setting(),
        study.points().parallelStream().map(point -> of(numbers, point)).toList());
  }

  private static Point of(ContestNumbers numbers, Scale.Study.Point point) {
    return new Point(
        point.value(),
        point.method(),
        point.against(),
        point.truth(),
        numbers.agreement(point.truth(), point.method()),
        numbers.gain(point.truth(), point.method(), point.against()),
        numbers.ceiling(point.truth()));
  }
}
