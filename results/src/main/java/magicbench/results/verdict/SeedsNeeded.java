package magicbench.results.verdict;

import magicbench.results.stats.SignFlip;

/**
 * What it would take to settle an undecided claim: a lower bound, since the estimate moves when
 * seeds are added.
 *
 * @param atLeast how many super-net seeds more, 1 or more
 * @param withinReach whether the exact test over seeds still takes as many
 * @param method how the number was found, in one sentence
 */
public record SeedsNeeded(int atLeast, boolean withinReach, String method) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException when it is below 1
   */
  public SeedsNeeded {
    if (atLeast < 1) {
      throw new IllegalArgumentException("at least 1 more seed, not " + atLeast);
    }
  }

  /** A number of seeds in all that the judge can take, or that is out of its reach. */
  static SeedsNeeded inAll(int needed, int now, String method) {
    int most = SignFlip.MOST_DIFFERENCES;
    return needed <= most
        ? new SeedsNeeded(Math.max(1, needed - now), true, method)
        : new SeedsNeeded(Math.max(1, most + 1 - now), false, method);
  }

  /**
   * As sentences say it.
   *
   * @return for instance {@code at least 3 more super-net seeds}
   */
  public String phrase() {
    return withinReach
        ? "at least " + Numbers.count(atLeast, "more super-net seed")
        : "more than "
            + SignFlip.MOST_DIFFERENCES
            + " super-net seeds in all, the most that the"
            + " exact test takes";
  }
}
