package magicbench.results.verdict;

import java.util.List;

/**
 * The effect, stratum by stratum.
 *
 * @param by what the rows are split by, for instance {@code layer}
 * @param strata one a part of the rows, in order; parts in which nothing varies are left out
 */
public record Breakdown(String by, List<Stratum> strata) {

  /** Keeps an immutable copy. */
  public Breakdown {
    strata = List.copyOf(strata);
  }
}
