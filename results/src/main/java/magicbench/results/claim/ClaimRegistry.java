package magicbench.results.claim;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import magicbench.results.file.InputException;
import magicbench.results.file.ResourceIndex;

/** Every claim that is known, each id once. */
public final class ClaimRegistry {

  private static final String INDEX = "META-INF/magicbench/claims";

  private final SortedMap<String, Claim> claims;

  private ClaimRegistry(SortedMap<String, Claim> claims) {
    this.claims = claims;
  }

  /**
   * Reads the claim files that the indices {@code META-INF/magicbench/claims} list.
   *
   * @param loader where to look
   * @return the registry; empty when there is no index
   * @throws InputException when a file is missing or wrong, or two files use one id
   */
  public static ClaimRegistry fromClasspath(ClassLoader loader) {
    SortedMap<String, List<Claim>> byFile = new TreeMap<>();
    ResourceIndex.read(loader, INDEX)
        .forEach((path, yaml) -> byFile.put(path, ClaimFile.read(path, yaml)));
    return of(byFile);
  }

  /**
   * Gathers claims.
   *
   * @param claimsByFile the claims of each file, by the file's name
   * @return the registry
   * @throws InputException when two claims have one id
   */
  public static ClaimRegistry of(Map<String, ? extends Collection<Claim>> claimsByFile) {
    SortedMap<String, Claim> claims = new TreeMap<>();
    SortedMap<String, String> fileById = new TreeMap<>();
    new TreeMap<>(claimsByFile)
        .forEach(
            (file, ofFile) ->
                ofFile.forEach(
                    claim -> {
                      refuseSecond(claim.id(), file, fileById.put(claim.id(), file));
                      claims.put(claim.id(), claim);
                    }));
    return new ClaimRegistry(claims);
  }

  private static void refuseSecond(String id, String file, String earlierFile) {
    if (earlierFile != null) {
      throw new InputException(
          file, "claim id " + id + " is used in " + earlierFile + " already", "rename one of them");
    }
  }

  /**
   * Every claim.
   *
   * @return by id
   */
  public List<Claim> all() {
    return List.copyOf(claims.values());
  }

  /**
   * The names of the suites.
   *
   * @return in alphabetical order
   */
  public SortedSet<String> suites() {
    SortedSet<String> suites = new TreeSet<>();
    claims.values().forEach(claim -> suites.add(claim.suite()));
    return suites;
  }

  /**
   * The claims of one suite.
   *
   * @param name the suite's name
   * @return by id
   * @throws InputException when no claim belongs to such a suite
   */
  public List<Claim> suite(String name) {
    List<Claim> ofSuite =
        claims.values().stream().filter(claim -> claim.suite().equals(name)).toList();
    if (ofSuite.isEmpty()) {
      throw new InputException("suite " + name, "no such suite", "use one of " + suites());
    }
    return ofSuite;
  }

  /**
   * One claim.
   *
   * @param id the claim's id
   * @return the claim
   * @throws InputException when there is none
   */
  public Claim byId(String id) {
    Claim claim = claims.get(id);
    if (claim == null) {
      throw new InputException("claim " + id, "no such claim", "use one of " + claims.keySet());
    }
    return claim;
  }
}
