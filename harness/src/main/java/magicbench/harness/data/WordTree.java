package magicbench.harness.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * WordNet's nouns as a tree: each thing below the first thing that its entry names as its kind
 * (WordNet manual, wndb(5) and wninput(5): pointers {@code @} and {@code @i}).
 */
final class WordTree {

  private static final String ENTRY = "net/sf/extjwnl/data/wordnet/wn31/data.noun";
  private static final long MAX_ENTRY_BYTES = 64L << 20;
  private static final String LICENCE_INDENT = "  ";
  private static final String GLOSS = " | ";
  private static final String FIRST_EXAMPLE = "; \"";
  private static final int HEXADECIMAL = 16;
  private static final int WORD_COUNT = 3;
  private static final int POINTER_FIELDS = 4;

  private final Map<String, Thing> things;
  private final Map<String, List<String>> below = new LinkedHashMap<>();

  private WordTree(Map<String, Thing> things) {
    this.things = Collections.unmodifiableMap(things);
    things
        .values()
        .forEach(
            thing ->
                thing
                    .kind()
                    .filter(things::containsKey)
                    .ifPresent(
                        kind ->
                            below.computeIfAbsent(kind, key -> new ArrayList<>()).add(thing.id())));
  }

  /**
   * One synset.
   *
   * @param id its offset in the file, 8 digits
   * @param word its first word, with blanks
   * @param definition its gloss up to the first example
   * @param kind the identifier of what it is a kind, or an instance, of
   */
  record Thing(String id, String word, String definition, Optional<String> kind) {

    /** The group that it is split by, as {@link WordNetReader} names it. */
    String group() {
      return "noun" + id;
    }
  }

  /**
   * Reads the nouns.
   *
   * @throws magicbench.results.file.InputException naming the line that is malformed
   */
  static WordTree read(Path jar) {
    Archive archive = new Archive(jar);
    Map<String, Thing> things = new LinkedHashMap<>();
    archive.read(
        ENTRY,
        MAX_ENTRY_BYTES,
        in -> {
          readLines(in, archive, things);
          return true;
        });
    return new WordTree(things);
  }

  private static void readLines(InputStream in, Archive archive, Map<String, Thing> things)
      throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    long number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.startsWith(LICENCE_INDENT) && !line.isBlank()) {
        try {
          Thing thing = thing(line);
          things.put(thing.id(), thing);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
          throw archive.fault(ENTRY, "line " + number + " is no synset (" + e.getMessage() + ")");
        }
      }
    }
  }

  private static Thing thing(String line) {
    int bar = line.indexOf(GLOSS);
    String[] fields = line.substring(0, bar).split(" ", -1);
    int words = Integer.parseInt(fields[WORD_COUNT], HEXADECIMAL);
    int pointers = WORD_COUNT + 1 + 2 * words;
    Optional<String> kind = Optional.empty();
    for (int pointer = 0; pointer < Integer.parseInt(fields[pointers]); pointer++) {
      int at = pointers + 1 + POINTER_FIELDS * pointer;
      if (kind.isEmpty() && (fields[at].equals("@") || fields[at].equals("@i"))) {
        kind = Optional.of(fields[at + 1]);
      }
    }
    String gloss = line.substring(bar + GLOSS.length()).strip();
    int examples = gloss.indexOf(FIRST_EXAMPLE);
    String definition = examples < 0 ? gloss : gloss.substring(0, examples);
    return new Thing(fields[0], fields[WORD_COUNT + 1].replace('_', ' '), definition, kind);
  }

  /** Every thing, in the order of the file. */
  List<Thing> things() {
    return List.copyOf(things.values());
  }

  /** What a thing is a kind of; empty at a root. */
  Optional<Thing> above(Thing thing) {
    return thing.kind().map(things::get);
  }

  /** What is a kind of it, in the order of the file. */
  List<Thing> below(Thing thing) {
    return below.getOrDefault(thing.id(), List.of()).stream().map(things::get).toList();
  }

  /** All that a thing is a kind of, the nearest first. */
  List<Thing> ancestors(Thing thing) {
    List<Thing> ancestors = new ArrayList<>();
    Optional<Thing> next = above(thing);
    while (next.isPresent() && !ancestors.contains(next.get())) {
      ancestors.add(next.get());
      next = above(next.get());
    }
    return ancestors;
  }
}
