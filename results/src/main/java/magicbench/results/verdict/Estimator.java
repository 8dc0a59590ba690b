package magicbench.results.verdict;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Turns rows into one number: how the outcome moves with the cause. */
@FunctionalInterface
interface Estimator {

  /**
   * The association.
   *
   * @param sample rows of one or of several super-net seeds
   * @return -1 to 1, positive when the outcome rises with the cause; empty when cause or outcome
   *     doesn't vary
   */
  OptionalDouble of(Sample sample);

  /**
   * The same for many resamples of one sample, which an estimator may prepare for.
   *
   * @param sample the rows that are drawn from
   * @param clusters each row's cluster: rows of one are drawn together
   * @return from row numbers, which repeat, to the association; NaN where that is undefined
   */
  default ToDoubleFunction<int[]> resampler(Sample sample, int[] clusters) {
    return rows -> of(sample.select(rows)).orElse(Double.NaN);
  }
}
