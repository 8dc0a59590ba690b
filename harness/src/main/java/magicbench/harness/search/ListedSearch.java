package magicbench.harness.search;

import java.util.ArrayList;
import java.util.List;
import magicbench.harness.space.Architecture;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/**
 * Scores listed child models and no others: those that progressive shrinking left, say. Where more
 * are within the limits than there are evaluations, chance says which; where fewer are, all of them
 * are scored and the rest of the budget isn't used.
 *
 * @param children the list, each child model once, at least one
 * @param batch how many are scored at once, at least 1; changes nothing but the speed
 */
public record ListedSearch(List<Architecture> children, int batch) implements Search {

  /** Checks both. */
  public ListedSearch {
    children = List.copyOf(children);
    if (children.isEmpty() || batch < 1) {
      throw new IllegalArgumentException(
          "a list of " + children.size() + " in batches of " + batch + "; it must be at least 1");
    }
  }

  @Override
  public SearchTrace run(Quest quest, UniformRandomProvider random) {
    List<Architecture> allowed = new ArrayList<>(children);
    allowed.removeIf(child -> !quest.limits().allow(child));
    if (allowed.isEmpty()) {
      throw new IllegalArgumentException(
          "none of the " + children.size() + " listed child models is within the limits");
    }
    ListSampler.shuffle(random, allowed);
    List<Architecture> chosen = allowed.subList(0, Math.min(allowed.size(), quest.evaluations()));
    Visited visited = new Visited(quest);
    for (int from = 0; from < chosen.size(); from += batch) {
      List<Architecture> next = chosen.subList(from, Math.min(chosen.size(), from + batch));
      next.forEach(child -> visited.propose(1, () -> child, 1));
      visited.score();
    }
    return visited.trace();
  }
}
