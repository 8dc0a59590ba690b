package magicbench.harness.data;

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

  private static final int HEXADECIMAL = 16;
  private static final int TOPIC = 1;
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
   * @param topic the number of the lexicographer's file that it stands in (lexnames(5))
   * @param word its first word, with blanks
   * @param definition its gloss up to the first example
   * @param kind the identifier of what it is a kind, or an instance, of
   */
  record Thing(String id, int topic, String word, String definition, Optional<String> kind) {

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
    Map<String, Thing> things = new LinkedHashMap<>();
    SynsetLine.read(
        new Archive(jar),
        "noun",
        line -> {
          Thing thing = thing(line);
          things.put(thing.id(), thing);
        });
    return new WordTree(things);
  }

  private static Thing thing(SynsetLine line) {
    try {
      String[] fields = line.fields().split(" ", -1);
      return new Thing(
          line.offset(),
          Integer.parseInt(fields[TOPIC]),
          fields[WORD_COUNT + 1].replace('_', ' '),
          line.definition(),
          kind(fields));
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      throw line.fault("is no synset (" + e.getMessage() + ")");
    }
  }

  private static Optional<String> kind(String[] fields) {
    int words = Integer.parseInt(fields[WORD_COUNT], HEXADECIMAL);
    int pointers = WORD_COUNT + 1 + 2 * words;
    int count = Integer.parseInt(fields[pointers]);
    for (int pointer = 0; pointer < count; pointer++) {
      int at = pointers + 1 + POINTER_FIELDS * pointer;
      if (fields[at].equals("@") || fields[at].equals("@i")) {
        return Optional.of(fields[at + 1]);
      }
    }
    return Optional.empty();
  }

  /** Every thing, in the order of the file. */
  List<Thing> things() {
    return List.copyOf(things.values());
  }

  /** Those whose definitions the corpus holds out, or those that it doesn't. */
  List<Thing> things(boolean heldOut, int validationPercent) {
    return things.values().stream()
        .filter(thing -> GroupSplit.isHeldOut(thing.group(), validationPercent) == heldOut)
        .toList();
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
