package magicbench.results.verdict;

import java.util.stream.IntStream;

/** What an estimator sees: cause, outcome and the stratum that is held fixed, row by row. */
final class Sample {

  private final double[] cause;
  private final double[] outcome;
  private final int[] strata;

  /** Arrays of one length; the caller doesn't change them afterwards. */
  Sample(double[] cause, double[] outcome, int[] strata) {
    this.cause = cause;
    this.outcome = outcome;
    this.strata = strata;
  }

  double[] cause() {
    return cause;
  }

  double[] outcome() {
    return outcome;
  }

  int[] strata() {
    return strata;
  }

  int size() {
    return cause.length;
  }

  /** Some rows, which may repeat. */
  Sample select(int[] rows) {
    return new Sample(
        select(cause, rows),
        select(outcome, rows),
        IntStream.of(rows).map(row -> strata[row]).toArray());
  }

  private static double[] select(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
  }

  /** The same rows with other causes. */
  Sample withCause(double[] other) {
    return new Sample(other, outcome, strata);
  }

  /** The same rows with other strata. */
  Sample withStrata(int[] other) {
    return new Sample(cause, outcome, other);
  }
}
