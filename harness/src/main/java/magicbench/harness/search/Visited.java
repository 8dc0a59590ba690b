package magicbench.harness.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;

/** The child models that a search has scored, and those that it is about to. */
final class Visited {

  /** So many random draws in a row without a new one mean that hardly any is left. */
  private static final int MOST_RANDOM_TRIES = 100_000;

  private final Quest quest;
  private final Set<Architecture> known = new HashSet<>();
  private final List<Architecture> waiting = new ArrayList<>();
  private final List<SearchTrace.Evaluation> evaluations = new ArrayList<>();

  Visited(Quest quest) {
    this.quest = quest;
  }

  /** How many more evaluations there are, those that wait not counted. */
  int left() {
    return quest.evaluations() - known.size();
  }

  /**
   * Proposes child models until enough new ones wait.
   *
   * @param count how many shall be added; no more than are left
   * @param proposal any child model of the space
   * @param tries the most proposals
   * @return how many were added
   */
  int propose(int count, Supplier<Architecture> proposal, int tries) {
    int wanted = Math.min(count, left());
    int added = 0;
    for (int attempt = 0; added < wanted && attempt < tries; attempt++) {
      Architecture child = proposal.get();
      if (!known.contains(child) && quest.limits().allow(child)) {
        known.add(child);
        waiting.add(child);
        added++;
      }
    }
    return added;
  }

  /**
   * Adds uniformly random child models.
   *
   * @param count how many; no more than are left
   * @param random where they come from
   * @throws IllegalArgumentException when hardly any new one is within the limits
   */
  void proposeRandom(int count, UniformRandomProvider random) {
    SearchSpace space = quest.space();
    for (int missing = Math.min(count, left()); missing > 0; missing--) {
      if (propose(1, () -> space.draw(random), MOST_RANDOM_TRIES) == 0) {
        throw new IllegalArgumentException(
            "only %d child models within the limits were found; %d are to be scored"
                .formatted(known.size(), quest.evaluations()));
      }
    }
  }

  /** Scores those that wait. */
  void score() {
    if (waiting.isEmpty()) {
      return;
    }
    double[] scores = quest.objective().scores(List.copyOf(waiting));
    for (int index = 0; index < scores.length; index++) {
      evaluations.add(new SearchTrace.Evaluation(waiting.get(index), scores[index]));
    }
    waiting.clear();
  }

  /** The best so far, best first, the earlier of equals first. */
  List<Architecture> best(int count) {
    return evaluations.stream()
        .sorted(Comparator.comparingDouble(SearchTrace.Evaluation::score))
        .limit(count)
        .map(SearchTrace.Evaluation::child)
        .toList();
  }

  SearchTrace trace() {
    return new SearchTrace(evaluations);
  }
}
