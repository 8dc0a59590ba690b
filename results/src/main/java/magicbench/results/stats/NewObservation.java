package magicbench.results.stats;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Whether one more observation is like those before it: t = (x - mean) / (s sqrt(1 + 1/n)) with n -
 * 1 degrees of freedom, the test behind Student's prediction interval.
 *
 * @param difference the observation minus the mean of those before it
 * @param interval where that difference may lie, given how the earlier ones spread
 * @param pValue two-sided; 0 where they don't vary and the observation differs
 */
public record NewObservation(double difference, Interval interval, double pValue) {

  /**
   * Compares.
   *
   * @param before at least two finite values
   * @param now a finite value
   * @param confidence of the interval, strictly between 0 and 1
   * @return how far it is from them
   * @throws IllegalArgumentException when there are too few values, one is not finite, or the
   *     confidence is out of its range
   */
  public static NewObservation of(double[] before, double now, double confidence) {
    Samples.requireInsideUnit("confidence", confidence);
    Samples.requireFinite(now);
    double difference = now - Summary.mean(before);
    double error = Summary.standardDeviation(before) * Math.sqrt(1 + 1.0 / before.length);
    if (error == 0) {
      return new NewObservation(
          difference, new Interval(difference, difference, confidence), difference == 0 ? 1 : 0);
    }
    TDistribution t = new TDistribution(null, before.length - 1.0);
    double half = error * t.inverseCumulativeProbability(1 - (1 - confidence) / 2);
    return new NewObservation(
        difference,
        new Interval(difference - half, difference + half, confidence),
        2 * t.cumulativeProbability(-Math.abs(difference) / error));
  }
}
