package magicbench.harness.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magicbench.harness.data.SquadQuestion.Span;
import magicbench.results.file.InputException;

/**
 * A thing of which there is only one: a person, a town, a river. WordNet's entry of it is an
 * instance (pointer {@code @i}; WordNet manual, wninput(5)).
 *
 * @param group the group that it is split by, as {@link WordNetReader} names it
 * @param name its longest word, with blanks
 * @param definition its gloss up to the first example
 * @param years where in the definition the years of a life stand; empty where they don't
 * @param sort where in the definition stands what sort of thing it is; empty where no rule finds it
 */
record Entity(
    String group, String name, String definition, Optional<Span> years, Optional<Span> sort) {

  private static final int HEXADECIMAL = 16;
  private static final int WORD_COUNT = 3;
  private static final int POINTER_FIELDS = 4;
  private static final Pattern YEARS = Pattern.compile("\\((\\d{3,4}-\\d{3,4})\\)$");

  /** From the first word that is no article up to what tells the thing from others of its sort. */
  private static final Pattern SORT =
      Pattern.compile(
          "^(?:an? |the |one of the )?([\\p{L}\\d' -]+?)"
              + "(?= (?:of|in|on|at|who|whose|that|which|from|between|near|by|for|with|and|to|noted"
              + "|known|born|considered|remembered|famous|located|situated)\\b| \\(|[,;:(]|$)");

  /**
   * Reads every entity, in the order of the file.
   *
   * @throws InputException naming the line that is malformed
   */
  static List<Entity> readAll(Path jar) {
    List<Entity> entities = new ArrayList<>();
    SynsetLine.read(
        new Archive(jar),
        "noun",
        line -> {
          if (isInstance(line)) {
            entities.add(of(line));
          }
        });
    return entities;
  }

  private static boolean isInstance(SynsetLine line) {
    String[] fields = line.fields().split(" ", -1);
    try {
      int pointers = WORD_COUNT + 1 + 2 * words(fields);
      int count = Integer.parseInt(fields[pointers]);
      for (int pointer = 0; pointer < count; pointer++) {
        if (fields[pointers + 1 + POINTER_FIELDS * pointer].equals("@i")) {
          return true;
        }
      }
      return false;
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw line.fault("is no synset (" + e.getMessage() + ")");
    }
  }

  private static int words(String[] fields) {
    return Integer.parseInt(fields[WORD_COUNT], HEXADECIMAL);
  }

  private static Entity of(SynsetLine line) {
    String[] fields = line.fields().split(" ", -1);
    String name =
        Arrays.stream(fields, WORD_COUNT + 1, WORD_COUNT + 1 + 2 * words(fields))
            .filter(word -> word.length() > 1) // between words stand single digits
            .max(Comparator.comparingInt(String::length))
            .orElse(fields[WORD_COUNT + 1]);
    String definition = line.definition();
    return new Entity(
        WordNetReader.group("noun", line),
        name.replace('_', ' '),
        definition,
        found(YEARS, definition),
        found(SORT, definition));
  }

  private static Optional<Span> found(Pattern pattern, String definition) {
    Matcher matcher = pattern.matcher(definition);
    return matcher.find()
        ? Optional.of(new Span(matcher.start(1), matcher.end(1)))
        : Optional.empty();
  }

  /** How a text tells of it. */
  String sentence() {
    return name + ": " + definition + ".";
  }

  /** How far into that sentence the definition begins. */
  int definitionAt() {
    return name.length() + 2;
  }
}
