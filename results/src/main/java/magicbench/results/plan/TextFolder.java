package magicbench.results.plan;

import java.nio.file.Path;
import magicbench.results.file.MissingDataException;

/** A user's own text, laid over a scale's. */
public final class TextFolder {

  private static final String KIND = "tokenise";
  private static final String FIELD = "text";
  private static final String WANTED = "folder";

  private TextFolder() {}

  /**
   * The settings that a folder lays over a scale's.
   *
   * @param folder where the .txt or .jsonl shards lie; need not exist where one only plans
   * @return a patch for the kind {@code tokenise}
   */
  public static Overrides overrides(Path folder) {
    return Overrides.ofFolder(KIND, FIELD, folder);
  }

  /**
   * Refuses to run a plan whose scale wants a folder of text that nobody named.
   *
   * @param plan the plan; planning itself needs no text
   * @throws MissingDataException naming the options that name the folder
   */
  public static void requireNamed(Plan plan) {
    boolean unnamed =
        plan.trials().stream()
            .filter(trial -> trial.kind().equals(KIND))
            .anyMatch(trial -> trial.settings().path(FIELD).asText().equals(WANTED));
    if (unnamed) {
      throw new MissingDataException(
          "scale " + plan.scale(),
          "wants a folder of your own text, and none is named",
          "name one of .txt or .jsonl files with --data DIR or -Dmagicbench.text=DIR");
    }
  }
}
