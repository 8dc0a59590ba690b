package magicbench.harness.search;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Scores uniformly random child models, none twice: what any other search must beat at the same
 * number of evaluations.
 *
 * @param batch how many are scored at once, at least 1; changes nothing but the speed
 */
public record RandomSearch(int batch) implements Search {

  /** Checks the batch. */
  public RandomSearch {
    if (batch < 1) {
      throw new IllegalArgumentException("batch is " + batch + "; it must be at least 1");
    }
  }

  @Override
  public SearchTrace run(Quest quest, UniformRandomProvider random) {
    Visited visited = new Visited(quest);
    while (visited.left() > 0) {
      visited.proposeRandom(batch, random);
      visited.score();
    }
    return visited.trace();
  }
}
