package magicbench.harness.search;

import java.math.BigInteger;
import magicbench.harness.space.SearchSpace;

/**
 * A task for a search. An evaluation is the score of a child model that wasn't scored before: what
 * is known costs nothing, and is never asked for twice.
 *
 * @param space the child models
 * @param limits what they may cost
 * @param objective what is made small
 * @param evaluations how many child models are scored, at least 1 and no more than there are
 */
public record Quest(SearchSpace space, Limits limits, Objective objective, int evaluations) {

  /** Checks the budget. */
  public Quest {
    if (evaluations < 1 || space.size().compareTo(BigInteger.valueOf(evaluations)) < 0) {
      throw new IllegalArgumentException(
          "evaluations is " + evaluations + "; it must be 1 to the " + space.size() + " there are");
    }
  }
}
