package magicbench.harness.search;

import java.util.Comparator;
import java.util.List;
import magicbench.harness.space.Architecture;

/**
 * What a search did.
 *
 * @param evaluations every scored child model, in order, at least one
 */
public record SearchTrace(List<Evaluation> evaluations) {

  private static final Comparator<Evaluation> BEST_FIRST =
      Comparator.comparingDouble(Evaluation::score);

  /** Keeps an immutable copy. */
  public SearchTrace {
    evaluations = List.copyOf(evaluations);
    if (evaluations.isEmpty()) {
      throw new IllegalArgumentException("a search without evaluations");
    }
  }

  /**
   * A scored child model.
   *
   * @param child the child model
   * @param score low is good
   */
  public record Evaluation(Architecture child, double score) {}

  /**
   * The best of the whole search.
   *
   * @return the lowest score, the earliest of equals
   */
  public Evaluation best() {
    return bestAfter(evaluations.size());
  }

  /**
   * The best of the first evaluations.
   *
   * @param count how many, 1 to all
   * @return the lowest score among them, the earliest of equals
   */
  public Evaluation bestAfter(int count) {
    return evaluations.subList(0, count).stream().min(BEST_FIRST).orElseThrow();
  }
}
