package magicbench.results.stats;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * The share of hits among many draws that share their units, with an interval from leaving out one
 * unit at a time (the jackknife: Tukey, Annals of Mathematical Statistics 29, 1958): draws that
 * have a unit in common are not independent, units are.
 */
public final class LeaveOneOut {

  private final int[] drawsOf;
  private final int[] hitsOf;
  private int draws;
  private int hits;

  /**
   * No draw yet.
   *
   * @param units how many units there are, at least 2
   * @throws IllegalArgumentException when there are fewer
   */
  public LeaveOneOut(int units) {
    Samples.requireAtLeast(2, "units", units);
    drawsOf = new int[units];
    hitsOf = new int[units];
  }

  /**
   * Counts a draw.
   *
   * @param units which units were drawn, each once, by number from 0
   * @param isHit whether it is one
   */
  public void add(int[] units, boolean isHit) {
    draws++;
    hits += isHit ? 1 : 0;
    for (int unit : units) {
      drawsOf[unit]++;
      hitsOf[unit] += isHit ? 1 : 0;
    }
  }

  /**
   * The share.
   *
   * @return hits among the draws
   * @throws IllegalStateException before any draw
   */
  public double share() {
    if (draws == 0) {
      throw new IllegalStateException("nothing was drawn");
    }
    return (double) hits / draws;
  }

  /**
   * Where the share may lie had other units been at hand.
   *
   * @param confidence nominal, strictly between 0 and 1
   * @return share ± z times the jackknife's standard error, within 0 to 1
   * @throws IllegalStateException when a unit was in every draw, or before any draw
   */
  public Interval interval(double confidence) {
    Samples.requireInsideUnit("confidence", confidence);
    double[] without = new double[drawsOf.length];
    for (int unit = 0; unit < without.length; unit++) {
      if (drawsOf[unit] == draws) {
        throw new IllegalStateException("unit " + unit + " was in every draw");
      }
      without[unit] = (double) (hits - hitsOf[unit]) / (draws - drawsOf[unit]);
    }
    double squares = 0;
    for (double deviation : Summary.deviations(without)) {
      squares += deviation * deviation;
    }
    double error = Math.sqrt(squares * (without.length - 1) / without.length);
    double half =
        error
            * new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidence) / 2);
    return new Interval(Math.max(0, share() - half), Math.min(1, share() + half), confidence);
  }
}
