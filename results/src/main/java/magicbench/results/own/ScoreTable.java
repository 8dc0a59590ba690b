package magicbench.results.own;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import magicbench.results.file.InputException;

/**
 * A table of scores.
 *
 * @param file where it was read
 * @param sha256 of the file's bytes
 * @param rows in the order of the file
 */
public record ScoreTable(Path file, String sha256, List<Row> rows) {

  /** Keeps an immutable copy. */
  public ScoreTable {
    rows = List.copyOf(rows);
  }

  /**
   * A score.
   *
   * @param method the method's name; empty in a truth
   * @param seed the run's; 1 where a truth names none
   * @param architecture the child model, as any text without spaces at the ends
   * @param score finite
   */
  public record Row(String method, long seed, String architecture, double score) {}

  /**
   * Reads the scores of super-nets: comma-separated values with the columns method, seed,
   * architecture, score.
   *
   * @param file the file, at most 64 MiB
   * @return its rows
   * @throws InputException naming row and column of what is wrong
   */
  public static ScoreTable ofSuperNets(Path file) {
    return CsvScores.ofSuperNets(file);
  }

  /**
   * Reads a truth. A file named {@code .json} is a public table, where high is good:
   * NAS-Bench-Macro or NAS-Bench-BERT as published, at most 16 MiB. Any other is comma-separated
   * values with the columns architecture, the score's and, where there are several trainings of
   * each, seed; at most 64 MiB.
   *
   * @param file the file
   * @param column which of the table's columns or figures is the score; empty for {@code score}, or
   *     what the public table was made for
   * @param lowIsGood whether its low scores are good
   * @return its rows
   * @throws InputException naming row and column, or JSON pointer, of what is wrong; or when low
   *     scores of a public table shall be good
   */
  public static ScoreTable ofTruth(Path file, Optional<String> column, boolean lowIsGood) {
    if (!PublicTable.is(file)) {
      return CsvScores.ofTruth(file, column);
    }
    if (lowIsGood) {
      throw new InputException(
          file.toString(),
          "is a public table, whose high scores are good, not its low ones",
          "turn the sign of the scores instead, and judge without lower-is-better");
    }
    return PublicTable.read(file, column);
  }

  /** The child models that it names. */
  SortedSet<String> architectures() {
    return rows.stream().map(Row::architecture).collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * This truth of the child models that were scored, and of no others.
   *
   * @param scores read from comma-separated values, a row a score
   * @throws InputException naming the row of a score whose child model this truth lacks
   */
  ScoreTable ofScored(ScoreTable scores) {
    SortedSet<String> known = architectures();
    for (int row = 0; row < scores.rows.size(); row++) {
      String architecture = scores.rows.get(row).architecture();
      if (!known.contains(architecture)) {
        throw new InputException(
            scores.file.toString(),
            "row %d, column architecture: %s has no truth in %s"
                .formatted(row + 1, architecture, file.getFileName()),
            "add it there, or leave it out here");
      }
    }
    SortedSet<String> scored = scores.architectures();
    return new ScoreTable(
        file, sha256, rows.stream().filter(row -> scored.contains(row.architecture())).toList());
  }
}
