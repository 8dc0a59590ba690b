package magicbench.harness.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;

/**
 * Reads GLUE's files as they are handed out. Quotes are letters like any other; a byte-order mark
 * and Windows line ends are taken off.
 *
 * <p>A line with another number of columns than the first one, with an empty text or of more than
 * 65,536 characters is passed over and told of, up to 1 % of all; in a test set there may be none,
 * since every line is to be answered. A label that the data set doesn't know is no such line but an
 * error: the file is another one than it is taken for.
 */
public final class GlueReader {

  private static final int MAX_LINE_CHARACTERS = 1 << 16;
  private static final int MAX_EXAMPLES = 1_000_000;
  private static final double MAX_MALFORMED_SHARE = 0.01;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String REMEDY = "take the file as GLUE's authors hand it out";

  private final GlueTask task;
  private final GlueTask.Part part;
  private final List<String> labels;
  private final Path file;
  private final List<LabelledExample> examples = new ArrayList<>();
  private final List<String> malformed = new ArrayList<>();
  private long line;

  private GlueReader(GlueTask task, GlueTask.Part part, Path file) {
    this.task = task;
    this.part = part;
    this.labels = task.labels();
    this.file = file;
  }

  /**
   * Reads one part of one data set.
   *
   * @param glue the folder that holds the data sets' folders
   * @param task the data set
   * @param part the part
   * @return its examples
   * @throws InputException naming file, line and column of what is wrong
   * @throws IllegalArgumentException when the data set has no such part
   */
  public static GlueExamples read(Path glue, GlueTask task, GlueTask.Part part) {
    Path file = glue.resolve(task.folder()).resolve(task.file(part));
    return new GlueReader(task, part, file).read();
  }

  private GlueExamples read() {
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          file.toString(), "is missing", "put GLUE's own " + task.folder() + " folder there");
    }
    MessageDigest digest = Hashes.newDigest();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest);
        BoundedLines lines = new BoundedLines(bytes, MAX_LINE_CHARACTERS)) {
      readLines(lines);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "can't be read (" + e.getMessage() + ")", "check the file", e);
    }
    requireEnough();
    return new GlueExamples(
        task, part, HexFormat.of().formatHex(digest.digest()), examples, malformed);
  }

  private void readLines(BoundedLines lines) throws IOException {
    Optional<Columns> columns = task.columns(part).map(this::columns);
    while (lines.next()) {
      line++;
      String text = lines.raw();
      if (line == 1 && text.startsWith(BYTE_ORDER_MARK)) {
        text = text.substring(BYTE_ORDER_MARK.length());
      }
      if (columns.isEmpty()) {
        columns = Optional.of(columns(List.of(text.split("\t", -1))));
      } else if (lines.isTooLong()) {
        malformed("has more than " + MAX_LINE_CHARACTERS + " characters");
      } else {
        add(columns.get(), text.split("\t", -1));
      }
    }
  }

  private Columns columns(List<String> names) {
    int[] texts = task.texts().stream().mapToInt(name -> column(names, name)).toArray();
    int target = part.isTest() ? -1 : column(names, task.target());
    return new Columns(names.size(), texts, target);
  }

  private int column(List<String> names, String name) {
    int column = names.indexOf(name);
    if (column < 0) {
      throw new InputException(
          file + " line 1", "has no column " + name + " among its " + names.size(), REMEDY);
    }
    return column;
  }

  private void add(Columns columns, String[] cells) {
    if (cells.length != columns.count) {
      malformed("has " + cells.length + " columns, not " + columns.count);
      return;
    }
    for (int text : columns.texts) {
      if (cells[text].isBlank()) {
        malformed("column " + (text + 1) + " is empty");
        return;
      }
    }
    if (examples.size() == MAX_EXAMPLES) {
      throw new InputException(file.toString(), "has more than a million examples", REMEDY);
    }
    examples.add(
        new LabelledExample(
            line,
            cells[columns.texts[0]],
            columns.texts.length > 1 ? Optional.of(cells[columns.texts[1]]) : Optional.empty(),
            part.isTest() ? OptionalDouble.empty() : OptionalDouble.of(target(cells, columns))));
  }

  private double target(String[] cells, Columns columns) {
    String cell = cells[columns.target];
    if (labels.isEmpty()) {
      return score(cell);
    }
    int label = labels.indexOf(cell);
    if (label < 0) {
      throw wrongTarget(cell, "none of " + labels);
    }
    return label;
  }

  private double score(String cell) {
    double score;
    try {
      score = Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      score = Double.NaN; // no score either way
    }
    if (!(score >= 0 && score <= GlueTask.HIGHEST_SCORE)) {
      throw wrongTarget(cell, "no number from 0 to 5");
    }
    return score;
  }

  private InputException wrongTarget(String cell, String what) {
    return new InputException(
        file + " line " + line, "column " + task.target() + " is " + cell + ", " + what, REMEDY);
  }

  private void malformed(String what) {
    malformed.add("line " + line + " " + what);
  }

  private void requireEnough() {
    double most = part.isTest() ? 0 : MAX_MALFORMED_SHARE * (examples.size() + malformed.size());
    if (malformed.size() > most) {
      throw new InputException(
          file.toString(),
          malformed.size() + " lines are malformed, the first: " + malformed.get(0),
          REMEDY);
    }
    if (examples.isEmpty()) {
      throw new InputException(file.toString(), "holds no example", REMEDY);
    }
  }

  /** Where a file keeps what. */
  private static final class Columns {
    private final int count;
    private final int[] texts;
    private final int target;

    Columns(int count, int[] texts, int target) {
      this.count = count;
      this.texts = texts;
      this.target = target;
    }
  }
}
