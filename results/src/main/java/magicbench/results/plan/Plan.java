package magicbench.results.plan;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import magicbench.results.claim.Claim;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;

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

  /**
   * The protocol's hash of a plan that no scale's file made.
   *
   * @param claims the claims
   * @param trialsByClaim for each claim the ids of the trials that the judge reads
   * @return SHA-256 over both
   */
  public static String hashOf(List<Claim> claims, SortedMap<String, List<String>> trialsByClaim) {
    Map<String, Object> protocol = Map.of("claims", claims, "trials", trialsByClaim);
    return Hashes.sha256(Json.canonical(protocol).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What one claim's verdict hangs on but for its records; other claims of the plan don't change
   * it.
   *
   * @param claim the claim
   * @return SHA-256 over the claim, the scale's name and the ids of the trials that it is judged
   *     by, which hold seeds, settings and needs
   */
  public String protocolHash(Claim claim) {
    List<String> judged = trialsByClaim.getOrDefault(claim.id(), List.of());
    Map<String, Object> protocol =
        Map.of("claim", claim, "scale", scale, "trials", judged.stream().sorted().toList());
    return Hashes.sha256(Json.canonical(protocol).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What is run for one claim but for its seeds: two plans that differ in seeds alone agree.
   *
   * @param claim the claim
   * @return SHA-256 over the claim's id, version and metric, the scale's name, and kind, method and
   *     settings of the trials that it is judged by and of all that those need
   */
  public String designHash(Claim claim) {
    Set<String> wanted = new HashSet<>(trialsByClaim.getOrDefault(claim.id(), List.of()));
    SortedSet<String> works = new TreeSet<>();
    for (int i = trials.size() - 1; i >= 0; i--) { // needs come first, so askers come last
      Trial trial = trials.get(i);
      if (wanted.contains(trial.id())) {
        wanted.addAll(trial.needs());
        works.add(
            Json.canonical(
                Map.of(
                    "kind", trial.kind(),
                    "method", trial.method(),
                    "settings", trial.settings())));
      }
    }
    Map<String, Object> design =
        Map.of(
            "claim", claim.id(),
            "version", claim.version(),
            "metric", claim.metric(),
            "scale", scale,
            "works", works);
    return Hashes.sha256(Json.canonical(design).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A part of this plan, to be run.
   *
   * @param wanted which trials stay
   * @return those trials in the same order; what settles each claim stays as it was
   */
  public Plan only(Predicate<Trial> wanted) {
    return new Plan(
        schemaVersion, scale, protocolHash, trials.stream().filter(wanted).toList(), trialsByClaim);
  }

  /**
   * The trials of some kinds, and whatever those need.
   *
   * @param kinds the kinds, each of at least one trial of this plan
   * @return a part of this plan, see {@link #only}
   * @throws InputException when no trial is of one of the kinds
   */
  public Plan ofKinds(Collection<String> kinds) {
    Set<String> known = trials.stream().map(Trial::kind).collect(Collectors.toSet());
    for (String kind : kinds) {
      if (!known.contains(kind)) {
        throw new InputException(
            "plan at scale " + scale,
            "no trial of kind " + kind,
            "use some of " + new TreeSet<>(known));
      }
    }
    return withNeeds(trial -> kinds.contains(trial.kind()));
  }

  /**
   * Some trials, and whatever those need.
   *
   * @param wanted which trials are wanted for themselves
   * @return a part of this plan, see {@link #only}
   */
  public Plan withNeeds(Predicate<Trial> wanted) {
    Set<String> ids = new HashSet<>();
    for (int i = trials.size() - 1; i >= 0; i--) { // needs come first, so askers come last
      Trial trial = trials.get(i);
      if (ids.contains(trial.id()) || wanted.test(trial)) {
        ids.add(trial.id());
        ids.addAll(trial.needs());
      }
    }
    return only(trial -> ids.contains(trial.id()));
  }

  /**
   * How deep each trial lies.
   *
   * @return by trial id: 0 where it needs nothing, else one more than the deepest of what it needs
   */
  public Map<String, Integer> levels() {
    Map<String, Integer> levels = new HashMap<>();
    for (Trial trial : trials) {
      int level = trial.needs().stream().mapToInt(need -> 1 + levels.get(need)).max().orElse(0);
      levels.put(trial.id(), level);
    }
    return levels;
  }
}
