package magicbench.results.verdict;

import magicbench.results.claim.Claim;
import magicbench.results.claim.Direction;
import magicbench.results.stats.Interval;

/** Effects turned so that positive means as claimed. */
final class Signed {

  private Signed() {}

  static double of(Claim claim, double effect) {
    return claim.direction().sign() * effect;
  }

  static Interval of(Claim claim, Interval interval) {
    return claim.direction() == Direction.INCREASING
        ? interval
        : new Interval(-interval.high(), -interval.low(), interval.confidence());
  }
}
