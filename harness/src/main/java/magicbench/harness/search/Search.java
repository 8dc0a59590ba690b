package magicbench.harness.search;

import org.apache.commons.rng.UniformRandomProvider;

/** A way to look for a good child model. */
public interface Search {

  /**
   * Looks for a good child model.
   *
   * @param quest where, for what and how long
   * @param random where all its randomness comes from
   * @return every child model that it scored, in order
   * @throws IllegalArgumentException when it can't find so many child models within the limits
   */
  SearchTrace run(Quest quest, UniformRandomProvider random);
}
