package magicbench.results.plan;

import java.nio.file.Path;

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
    return Overrides.ofFolder(KIND, FIELD, folder);
  }
}
