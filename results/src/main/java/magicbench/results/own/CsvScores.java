package magicbench.results.own;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Comma-separated values with a header line; columns that nobody asks for are left alone. */
final class CsvScores {

  private static final int MOST_BYTES = 64 << 20;
  private static final String METHOD = "method";
  private static final String SEED = "seed";
  private static final String ARCHITECTURE = "architecture";
  private static final String SCORE = "score";

  private final Path file;
  private final List<String> required;
  private final String scoreColumn;

  private CsvScores(Path file, List<String> required, String scoreColumn) {
    this.file = file;
    this.required = required;
    this.scoreColumn = scoreColumn;
  }

  static ScoreTable ofSuperNets(Path file) {
    return new CsvScores(file, List.of(METHOD, SEED, ARCHITECTURE, SCORE), SCORE).read();
  }

  static ScoreTable ofTruth(Path file, Optional<String> column) {
    String score = column.orElse(SCORE);
    return new CsvScores(file, List.of(ARCHITECTURE, score), score).read();
  }

  private ScoreTable read() {
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
      requireColumns(parser.getHeaderNames());
      return new ScoreTable(file, Hashes.sha256(bytes), rows(parser));
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new InputException(
          file.toString(),
          "is no table of comma-separated values (" + e.getMessage() + ")",
          "write a header line, then one line a score",
          e);
    }
  }

  private void requireColumns(List<String> found) {
    for (String column : required) {
      if (!found.contains(column)) {
        throw new InputException(
            file.toString(),
            "has no column " + column + ", only " + found,
            "name the columns " + String.join(", ", required) + " in the first line");
      }
    }
  }

  private List<ScoreTable.Row> rows(CSVParser parser) {
    boolean hasMethod = required.contains(METHOD);
    boolean hasSeed = parser.getHeaderNames().contains(SEED);
    List<ScoreTable.Row> rows = new ArrayList<>();
    Set<List<Object>> seen = new HashSet<>();
    for (CSVRecord line : parser) {
      ScoreTable.Row row =
          new ScoreTable.Row(
              hasMethod ? text(line, METHOD) : "",
              hasSeed ? seed(line) : 1,
              text(line, ARCHITECTURE),
              score(line));
      if (!seen.add(List.of(row.method(), row.seed(), row.architecture()))) {
        throw fault(line, ARCHITECTURE, "is scored twice by one run", "keep one of the two");
      }
      rows.add(row);
    }
    return rows;
  }

  private String text(CSVRecord line, String column) {
    String cell = line.isSet(column) ? line.get(column) : "";
    if (cell.isEmpty()) {
      throw fault(line, column, "is empty", "fill it in");
    }
    return cell;
  }

  private long seed(CSVRecord line) {
    String cell = text(line, SEED);
    try {
      return Long.parseLong(cell);
    } catch (NumberFormatException e) {
      throw fault(line, SEED, "is " + cell + ", no whole number", "write one");
    }
  }

  private double score(CSVRecord line) {
    String cell = text(line, scoreColumn);
    try {
      double score = Double.parseDouble(cell);
      if (Double.isFinite(score)) {
        return score;
      }
    } catch (NumberFormatException e) {
      throw fault(line, scoreColumn, "is " + cell + ", no number", "write one");
    }
    throw fault(line, scoreColumn, "is " + cell + ", not finite", "leave the run out");
  }

  private InputException fault(CSVRecord line, String column, String what, String remedy) {
    return new InputException(
        file.toString(),
        "row " + line.getRecordNumber() + ", column " + column + ": " + what,
        remedy);
  }
}
