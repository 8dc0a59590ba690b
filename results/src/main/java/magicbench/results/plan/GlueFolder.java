package magicbench.results.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.Map;

/** GLUE's files, which everybody fetches from their owners, laid over a scale's settings. */
public final class GlueFolder {

  /** The kind of trial that reads them. */
  public static final String KIND = "fine-tuning";

  private static final String FIELD = "glue";

  private GlueFolder() {}

  /**
   * The settings that a folder lays over a scale's.
   *
   * @param folder holds a folder for each data set; need not exist where one only plans
   * @return a patch for the kind {@code fine-tuning}
   */
  public static Overrides overrides(Path folder) {
    String glue = folder.toAbsolutePath().normalize().toString();
    return Overrides.of(Map.of(KIND, JsonNodeFactory.instance.objectNode().put(FIELD, glue)));
  }
}
