package magicbench.results.claim;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a tolerance comes from: a named formula that the loader computes again.
 *
 * @param formula the formula's name
 * @param inputs its inputs by name
 * @param reason why this formula, in words
 */
public record Derivation(String formula, SortedMap<String, Double> inputs, String reason) {

  /** Keeps an immutable, sorted copy. */
  public Derivation {
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
  }
}
