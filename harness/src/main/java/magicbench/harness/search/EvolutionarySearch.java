package magicbench.harness.search;

import java.util.List;
import magicbench.harness.space.Architecture;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Evolution as in SPOS (Guo et al. 2020, algorithm 1): a random first generation; then mutants and
 * crosses of the best so far, filled up with random child models.
 *
 * @param population child models a generation, at least 1
 * @param parents how many of the best so far have offspring, at least 1
 * @param mutants how many of a generation are mutants, 0 or more
 * @param mutationProbability of each layer, 0 to 1
 * @param crosses how many of a generation are crosses, 0 or more
 */
public record EvolutionarySearch(
    int population, int parents, int mutants, double mutationProbability, int crosses)
    implements Search {

  /** The settings of SPOS's released code. */
  public static final EvolutionarySearch OF_SPOS = new EvolutionarySearch(50, 10, 25, 0.1, 25);

  /** Offspring that is known or beyond the limits is bred again, at most so often for each. */
  private static final int TRIES_EACH = 10;

  /** Checks the settings. */
  public EvolutionarySearch {
    if (population < 1 || parents < 1) {
      throw new IllegalArgumentException(
          "population is %d and parents is %d; each must be at least 1"
              .formatted(population, parents));
    }
    if (mutants < 0 || crosses < 0 || mutants + crosses > population) {
      throw new IllegalArgumentException(
          "mutants is %d and crosses is %d; each must be at least 0, together at most the %d of the"
                  .formatted(mutants, crosses, population)
              + " population");
    }
    if (!(mutationProbability >= 0 && mutationProbability <= 1)) {
      throw new IllegalArgumentException(
          "mutationProbability is " + mutationProbability + "; it must be 0 to 1");
    }
  }

  @Override
  public SearchTrace run(Quest quest, UniformRandomProvider random) {
    Visited visited = new Visited(quest);
    Variation variation = new Variation(quest.space(), random);
    visited.proposeRandom(population, random);
    visited.score();
    while (visited.left() > 0) {
      breed(visited, variation);
      visited.score();
    }
    return visited.trace();
  }

  private void breed(Visited visited, Variation variation) {
    List<Architecture> best = visited.best(parents);
    int bred =
        visited.propose(
            mutants,
            () -> variation.mutate(variation.anyOf(best), mutationProbability),
            mutants * TRIES_EACH);
    bred +=
        visited.propose(
            crosses,
            () -> variation.cross(variation.anyOf(best), variation.anyOf(best)),
            crosses * TRIES_EACH);
    visited.proposeRandom(population - bred, variation.random());
  }
}
