package magicbench.results.compare;

import java.util.List;

/**
 * A trial of both sides that measured something else.
 *
 * @param id the trial's id
 * @param kind the experiment
 * @param method the method, or {@code none}
 * @param seed the trial's seed
 * @param differences one line each, the first side's value first
 */
public record TrialChange(
    String id, String kind, String method, long seed, List<String> differences) {

  /** Keeps an immutable copy. */
  public TrialChange {
    differences = List.copyOf(differences);
  }
}
