package magicbench.results.own;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of scores in a file of comma-separated values with a header line.
 *
 * @param file where it was read
 * @param sha256 of its bytes
 * @param rows in the order of the file
 */
public record ScoreTable(Path file, String sha256, List<Row> rows) {

  private static final int MOST_BYTES = 64 << 20;
  private static final String METHOD = "method";
  private static final String SEED = "seed";
  private static final String ARCHITECTURE = "architecture";
  private static final String SCORE = "score";

  /** Keeps an immutable copy. */
  public ScoreTable {
    rows = List.copyOf(rows);
  }

  /**
   * A line.
   *
   * @param method the method's name; empty in a truth
   * @param seed the run's; 1 where a truth names none
   * @param architecture the child model, as any text without spaces at the ends
   * @param score finite
   */
  public record Row(String method, long seed, String architecture, double score) {}

  /**
   * Reads the scores of super-nets: columns method, seed, architecture, score.
   *
   * @param file the file, at most 64 MiB
   * @return its rows
   * @throws InputException naming line and column of what is wrong
   */
  public static ScoreTable ofSuperNets(Path file) {
    return read(file, List.of(METHOD, SEED, ARCHITECTURE, SCORE));
  }

  /**
   * Reads a truth: columns architecture, score, and seed where there are several trainings of each.
   *
   * @param file the file, at most 64 MiB
   * @return its rows
   * @throws InputException naming line and column of what is wrong
   */
  public static ScoreTable ofTruth(Path file) {
    return read(file, List.of(ARCHITECTURE, SCORE));
  }

  private static ScoreTable read(Path file, List<String> required) {
    byte[] bytes = BoundedInput.read(file, MOST_BYTES);
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .get();
    String text = new String(bytes, StandardCharsets.UTF_8);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      requireColumns(file, parser.getHeaderNames(), required);
      return new ScoreTable(file, Hashes.sha256(bytes), rows(file, parser, required));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new InputException(
          file.toString(),
          "is no table of comma-separated values (" + e.getMessage() + ")",
          "write a header line, then one line a score",
          e);
    }
  }

  private static void requireColumns(Path file, List<String> found, List<String> required) {
    for (String column : required) {
      if (!found.contains(column)) {
        throw new InputException(
            file.toString(),
            "has no column " + column + ", only " + found,
            "name the columns " + String.join(", ", required) + " in the first line");
      }
    }
  }

  private static List<Row> rows(Path file, CSVParser parser, List<String> required) {
    boolean hasMethod = required.contains(METHOD);
    boolean hasSeed = parser.getHeaderNames().contains(SEED);
    List<Row> rows = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (CSVRecord line : parser) {
      Row row =
          new Row(
              hasMethod ? text(file, line, METHOD) : "",
              hasSeed ? seed(file, line) : 1,
              text(file, line, ARCHITECTURE),
              score(file, line));
      if (!seen.add(List.of(row.method(), row.seed(), row.architecture()))) {
        throw fault(file, line, ARCHITECTURE, "is scored twice by one run", "keep one of the two");
      }
      rows.add(row);
    }
    return rows;
  }

  private static String text(Path file, CSVRecord line, String column) {
    String cell = line.isSet(column) ? line.get(column) : "";
    if (cell.isEmpty()) {
      throw fault(file, line, column, "is empty", "fill it in");
    }
    return cell;
  }

  private static long seed(Path file, CSVRecord line) {
    String cell = text(file, line, SEED);
    try {
      return Long.parseLong(cell);
    } catch (NumberFormatException e) {
      throw fault(file, line, SEED, "is " + cell + ", no whole number", "write one");
    }
  }

  private static double score(Path file, CSVRecord line) {
    String cell = text(file, line, SCORE);
    try {
      double score = Double.parseDouble(cell);
      if (Double.isFinite(score)) {
        return score;
      }
    } catch (NumberFormatException e) {
      throw fault(file, line, SCORE, "is " + cell + ", no number", "write one");
    }
    throw fault(file, line, SCORE, "is " + cell + ", not finite", "leave the run out");
  }

  private static InputException fault(
      Path file, CSVRecord line, String column, String what, String remedy) {
    return new InputException(
        file.toString(),
        "row " + line.getRecordNumber() + ", column " + column + ": " + what,
        remedy);
  }
}
