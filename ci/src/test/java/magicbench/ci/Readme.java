package magicbench.ci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What README.md prints of results. */
final class Readme {

  private static final Pattern FENCED =
      Pattern.compile("^```\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern VERDICT =
      Pattern.compile(
          "^([a-z-]+)\\.([a-z0-9.-]+) +([a-z-]+) ([a-z]+) +([A-Z_]{7,}) +(.+)$", Pattern.MULTILINE);
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private Readme() {}

  /**
   * A line as the command {@code judge} prints it.
   *
   * @param suite the claim's suite
   * @param claim the claim's id
   * @param scale the scale
   * @param device the kind of device
   * @param verdict the verdict's word
   * @param effect the effect, its interval and the number of seeds
   */
  record Line(
      String suite, String claim, String scale, String device, String verdict, String effect) {}

  /**
   * A percentage as it is printed.
   *
   * @param value the number
   * @param halfUnit half a unit of its last digit
   */
  record Printed(double value, double halfUnit) {

    /** Whether a share, 0 to 1, is rounded to this. */
    boolean isRounded(double share) {
      return Math.abs(100 * share - value) <= halfUnit + 1e-9;
    }
  }

  /** The tables of verdicts, each in its own fenced block. */
  static List<List<Line>> verdicts() {
    return FENCED
        .matcher(text())
        .results()
        .map(block -> lines(block.group(1)))
        .filter(lines -> !lines.isEmpty())
        .toList();
  }

  private static List<Line> lines(String block) {
    return VERDICT
        .matcher(block)
        .results()
        .map(
            (MatchResult line) ->
                new Line(
                    line.group(1),
                    line.group(1) + "." + line.group(2),
                    line.group(3),
                    line.group(4),
                    line.group(5),
                    line.group(6)))
        .toList();
  }

  /** The cells of the rows of a table, without head and rule, by the beginning of its head. */
  static List<List<String>> rows(String head) {
    List<List<String>> rows = new ArrayList<>();
    text()
        .lines()
        .dropWhile(line -> !line.startsWith("| " + head))
        .skip(2)
        .takeWhile(line -> line.startsWith("|"))
        .forEach(
            line -> rows.add(Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList()));
    return rows;
  }

  /** The numbers of a text, in order. */
  static List<Printed> numbers(String text) {
    return NUMBER
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(
            number -> {
              int point = number.indexOf('.');
              int digits = point < 0 ? 0 : number.length() - point - 1;
              return new Printed(Double.parseDouble(number), Math.pow(10, -digits) / 2);
            })
        .toList();
  }

  private static String text() {
    try {
      return Files.readString(Modules.root().resolve("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
