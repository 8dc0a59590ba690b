package magicbench.harness.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
 * @param name its longest word that is no description, with blanks
 * @param definition its gloss up to the first example
 * @param years where in a person's definition the years of its life stand, or of a reign; empty
 *     where they don't
 * @param sort where in the definition stands what sort of thing it is; empty where no rule finds
 *     it, or its name says it
 */
record Entity(
    String group, String name, String definition, Optional<Span> years, Optional<Span> sort) {

  private static final int HEXADECIMAL = 16;
  private static final int WORD_COUNT = 3;
  private static final int POINTER_FIELDS = 4;

  /** A capital's words describe it, "capital of Slovakia" say. */
  private static final String DESCRIBES = "capital";

  private static final Pattern YEARS = Pattern.compile("\\((\\d{3,4}-\\d{3,4})\\)$");

  /** From the first word that is no article up to what tells the thing from others of its sort. */
  private static final Pattern SORT =
      Pattern.compile(
          "^(?:an? |the )?([\\p{L}' -]+?)(?= (?:"
              + String.join("|", EntityWords.AFTER_A_SORT)
              + ")\\b| \\(|,(?!\\d)|[;:(]|$)");

  /** What no sort begins with, and clauses and superlatives, which are none. */
  private static final Pattern NO_SORT =
      Pattern.compile(
          "^(?:in|on|at|either|any|one|some|each|according|when|where|used)\\b"
              + "|\\b(?:is|was|are|were|has|had)\\b|^\\w+est$|^\\w+ly$");

  /** Years are a life's only of persons: other things have them, too. */
  private static final String PERSONS = "18";

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
            .filter(word -> !word.contains(DESCRIBES))
            .max(Comparator.comparingInt(String::length))
            .orElse(fields[WORD_COUNT + 1]);
    String definition = line.definition();
    return new Entity(
        WordNetReader.group("noun", line),
        name.replace('_', ' '),
        definition,
        found(YEARS, definition).filter(span -> fields[1].equals(PERSONS)),
        found(SORT, definition).filter(span -> isSort(span.in(definition), name)));
  }

  /** Where the name says what sort of thing it is, nothing need be read. */
  private static boolean isSort(String sort, String name) {
    String plain = name.replace('_', ' ').toLowerCase(Locale.ROOT);
    return !NO_SORT.matcher(sort).find() && !plain.contains(sort.toLowerCase(Locale.ROOT));
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
