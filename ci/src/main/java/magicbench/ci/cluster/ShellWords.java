package magicbench.ci.cluster;

import java.util.List;
import java.util.stream.Collectors;
import magicbench.results.file.InputException;

/** Words as a shell takes them, whatever stands in them. */
final class ShellWords {

  private ShellWords() {}

  /**
   * One word.
   *
   * @throws InputException when it holds a line's end or another control character, which no path
   *     or name needs
   */
  static String quoted(String word) {
    if (word.chars().anyMatch(Character::isISOControl)) {
      throw new InputException(
          "'" + word.replaceAll("\\p{Cntrl}", "?") + "'",
          "holds a control character",
          "use a name or path without");
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }

  static String quoted(List<String> words) {
    return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }
}
