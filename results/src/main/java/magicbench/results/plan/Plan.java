package magicbench.results.plan;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What would settle a set of claims: trials in an order in which each comes after what it needs.
 *
 * @param schemaVersion of the file format
 * @param scale the scale's name
 * @param protocolHash SHA-256 over the claims, tolerances, seeds and settings that made this plan
 * @param trials the work, needs first
 * @param trialsByClaim for each claim the ids of the trials that the judge reads, needs left out
 */
public record Plan(
    int schemaVersion,
    String scale,
    String protocolHash,
    List<Trial> trials,
    SortedMap<String, List<String>> trialsByClaim) {

  /** The format that this code writes. */
  public static final int SCHEMA_VERSION = 1;

  /** Keeps immutable copies. */
  public Plan {
    trials = List.copyOf(trials);
    trialsByClaim = Collections.unmodifiableSortedMap(new TreeMap<>(trialsByClaim));
  }
}
