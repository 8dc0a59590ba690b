package magicbench.results.record;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Where and when records were made, as far as they tell.
 *
 * @param commits of the code, sorted
 * @param days the first and the last, as {@code 2026-11-24}; one where all were made on one
 */
public record Origin(List<String> commits, List<String> days) {

  /** Characters of a day in a time as records hold it. */
  private static final int DAY = 10;

  /** Keeps immutable copies. */
  public Origin {
    commits = List.copyOf(commits);
    days = List.copyOf(days);
  }

  /**
   * Reads it from records.
   *
   * @param records any records
   * @return what those that tell say; empty lists where none does
   */
  public static Origin of(Collection<RunRecord> records) {
    List<String> days = told(records, Origin::day);
    return new Origin(
        told(records, Origin::commit),
        days.size() < 2 ? days : List.of(days.get(0), days.get(days.size() - 1)));
  }

  private static List<String> told(
      Collection<RunRecord> records, Function<Provenance, String> fact) {
    return records.stream()
        .map(RunRecord::provenance)
        .filter(Objects::nonNull)
        .map(fact)
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  private static String commit(Provenance provenance) {
    return provenance.code() == null ? null : provenance.code().gitCommit();
  }

  private static String day(Provenance provenance) {
    String start = provenance.startedAt();
    return start == null || start.length() < DAY ? null : start.substring(0, DAY);
  }
}
