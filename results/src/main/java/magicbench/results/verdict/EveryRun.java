package magicbench.results.verdict;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import magicbench.results.record.RunRecord;

/**
 * A figure that every run of each method must have and keep low. Where a record lacks it, what is
 * reported is how many do: no number is made up.
 *
 * @param figure of a run; null where its record doesn't tell
 * @param name of the largest, for readers
 * @param unknown what a run is called whose record doesn't tell, in the plural
 */
record EveryRun(Function<RunRecord, Double> figure, String name, String unknown) {

  /**
   * Looks at every run.
   *
   * @param allowed which largest figure may be
   * @param expected the same in words
   */
  ControlResult check(
      Inquiry inquiry, String control, String statement, DoublePredicate allowed, String expected) {
    List<RunRecord> runs = Sides.of(inquiry).runs();
    List<Double> told = runs.stream().map(figure).filter(Objects::nonNull).toList();
    if (told.size() < runs.size()) {
      Estimate missing = measured(unknown, runs.size() - told.size(), runs);
      return new ControlResult(control, statement, false, missing, "none");
    }
    double worst = told.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return new ControlResult(
        control, statement, allowed.test(worst), measured(name, worst, runs), expected);
  }

  private static Estimate measured(String name, double value, List<RunRecord> runs) {
    return new Estimate(name, value, Optional.empty(), runs.size(), runs.size());
  }
}
