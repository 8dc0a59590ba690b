package magicbench.results.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Map;

/** A user's own text, laid over a scale's. */
public final class TextFolder {

  private static final String KIND = "tokenise";
  private static final String FIELD = "text";

  private TextFolder() {}

  /**
   * The settings that a folder lays over a scale's.
   *
   * @param folder where the .txt or .jsonl shards lie; need not exist where one only plans
   * @return a patch for the kind {@code tokenise}
   */
  public static Overrides overrides(Path folder) {
    String text = folder.toAbsolutePath().normalize().toString();
    return Overrides.of(Map.of(KIND, JsonNodeFactory.instance.objectNode().put(FIELD, text)));
  }
}
