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
   * @param agreement the method's Kendall's tau-b; empty where it was not run or is undefined
   * @param gain of tau-b over the other, paired by seed; empty where either was not run
   */
  public record Point(
      String value,
      String method,
      String against,
      Optional<Estimate> agreement,
      Optional<Estimate> gain) {}

  static StudyCurve of(Contest contest, TwoWay twoWay, Scale.Study study) {
    return new StudyCurve(
        study.name(),
        study.title(),
        study.setting(),
        study.points().stream()
            .map(
                point ->
                    new Point(
                        point.value(),
                        point.method(),
                        point.against(),
                        contest.agreement(twoWay, point.method()),
                        contest.gain(twoWay, point.method(), point.against())))
            .toList());
  }
}
