package magicbench.suites.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A made-up language in which most words are followed by one word only, so that a tiny net that
 * sees a word's neighbours soon predicts it better than one that doesn't.
 */
final class SuccessorText {

  private static final List<String> WORDS =
      List.of(
          "house", "river", "book", "garden", "child", "horse", "street", "window", "tree", "king",
          "water", "night", "hand", "door", "road", "city");
  private static final int SENTENCES = 2000;
  private static final int WORDS_A_SENTENCE = 13;

  /** One word in so many is followed by any word at all. */
  private static final int ONE_LEAP_IN = 4;

  private SuccessorText() {}

  /** Writes it into a folder. */
  static Path write(Path folder) throws IOException {
    UniformRandomProvider random = new Seeds(5).random("text");
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    for (int sentence = 0; sentence < SENTENCES; sentence++) {
      lines.add(sentence(random));
    }
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("successors.txt"), lines.toString());
    return folder;
  }

  private static String sentence(UniformRandomProvider random) {
    StringJoiner words = new StringJoiner(" ", "", ".");
    int word = random.nextInt(WORDS.size());
    for (int i = 0; i < WORDS_A_SENTENCE; i++) {
      words.add(WORDS.get(word));
      word =
          random.nextInt(ONE_LEAP_IN) == 0
              ? random.nextInt(WORDS.size())
              : (word + 1) % WORDS.size();
    }
    return words.toString();
  }
}
