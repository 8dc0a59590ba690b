package magicbench.results.claim;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.file.InputException;

/**
 * The suites that somebody asked for.
 *
 * @param names their names; empty for every suite
 */
public record SuiteChoice(SortedSet<String> names) {

  /** Every suite, whatever there is. */
  public static final String EVERY = "all";

  private static final String COMMA = ",";

  /** Copies the names. */
  public SuiteChoice {
    names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
  }

  /**
   * Reads what a person wrote.
   *
   * @param text one name, several with commas between them, or {@value #EVERY}
   * @throws InputException when there is no name between two commas
   */
  public static SuiteChoice of(String text) {
    if (text.equals(EVERY)) {
      return new SuiteChoice(Collections.emptySortedSet());
    }
    SortedSet<String> names =
        Stream.of(text.split(COMMA, -1))
            .map(String::strip)
            .collect(Collectors.toCollection(TreeSet::new));
    if (names.contains("")) {
      throw new InputException(
          "suites " + text,
          "one has no name",
          "give names with single commas between, or " + EVERY);
    }
    return new SuiteChoice(names);
  }

  /** Whether no suite is left out. */
  public boolean isEvery() {
    return names.isEmpty();
  }

  /** Whether a suite is among them. */
  public boolean has(String suite) {
    return isEvery() || names.contains(suite);
  }

  /**
   * Their claims.
   *
   * @param registry every claim that is known
   * @return by id
   * @throws InputException when a suite that is named is unknown
   */
  public List<Claim> claims(ClaimRegistry registry) {
    names.forEach(registry::suite);
    return registry.all().stream().filter(claim -> has(claim.suite())).toList();
  }

  /** As {@link #of} reads it. */
  @Override
  public String toString() {
    return isEvery() ? EVERY : String.join(COMMA, names);
  }
}
