package magicbench.results.verdict;

import java.util.List;

/**
 * The effect, stratum by stratum.
 *
 * @param by what the rows are split by, for instance {@code layer}
 * @param strata one estimate a stratum, in order
 */
public record Breakdown(String by, List<Estimate> strata) {

  /** Keeps an immutable copy. */
  public Breakdown {
    strata = List.copyOf(strata);
  }
}
