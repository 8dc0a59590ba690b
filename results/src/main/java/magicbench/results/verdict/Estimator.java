package magicbench.results.verdict;

import java.util.OptionalDouble;

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
}
