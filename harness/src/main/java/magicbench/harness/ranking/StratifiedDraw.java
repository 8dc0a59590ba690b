package magicbench.harness.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SizedSpace;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Which child models are ranked: spread evenly over sizes, random otherwise.
 *
 * <p>Candidates are drawn uniformly, without repetition, and put in the order of their numbers of
 * parameters (equal ones in the order of their text); cut into as many strata as child models are
 * wanted, each stratum gives one, drawn uniformly.
 *
 * @param size the space and what counts as its child models' parameters
 */
public record StratifiedDraw(SizedSpace size) {

  private static final int CANDIDATES_A_STRATUM = 16;
  private static final int TRIES_A_CANDIDATE = 1000;

  /**
   * Draws.
   *
   * @param count how many child models, at least 1
   * @param seeds where they come from (stream {@code ranked})
   * @return distinct child models, smallest first
   * @throws IllegalArgumentException when the space has too few child models
   */
  public List<Architecture> draw(int count, Seeds seeds) {
    UniformRandomProvider random = seeds.random("ranked");
    List<Architecture> candidates = new ArrayList<>(candidates(count, random));
    candidates.sort(
        Comparator.<Architecture>comparingLong(size::parameters)
            .thenComparing(Architecture::toString));
    List<Architecture> chosen = new ArrayList<>(count);
    for (int stratum = 0; stratum < count; stratum++) {
      int place = stratum * CANDIDATES_A_STRATUM + random.nextInt(CANDIDATES_A_STRATUM);
      chosen.add(candidates.get(place));
    }
    return List.copyOf(chosen);
  }

  private Set<Architecture> candidates(int count, UniformRandomProvider random) {
    int wanted = count * CANDIDATES_A_STRATUM;
    Set<Architecture> distinct = new HashSet<>();
    for (long tries = 0; distinct.size() < wanted; tries++) {
      if (tries > (long) wanted * TRIES_A_CANDIDATE) {
        throw new IllegalArgumentException(
            "count is " + count + ": the space has too few child models to choose from");
      }
      distinct.add(size.space().draw(random));
    }
    return distinct;
  }
}
