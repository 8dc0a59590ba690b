package magicbench.results.plan;

import java.nio.file.Path;
import java.util.List;

/** GLUE's files, which everybody fetches from their owners, laid over a scale's settings. */
public final class GlueFolder {

  /** The kind of trial that reads them. */
  public static final String KIND = "fine-tuning";

  /** Reads the build's own tasks where a scale names no folder. */
  private static final String TEACHERS = "teacher-tuning";

  private static final TheirFiles FILES =
      new TheirFiles("glue", "GLUE's", List.of(KIND, "intermediate-fine-tuning", TEACHERS));

  private GlueFolder() {}

  /**
   * The settings that a folder lays over a scale's.
   *
   * @param folder holds a folder for each data set; need not exist where one only plans
   * @return a patch for the kinds that read them
   */
  public static Overrides overrides(Path folder) {
    return FILES.in(folder);
  }

  /**
   * The settings that a folder of the caller's data lays over a scale that reads GLUE's files.
   *
   * @param scale the scale
   * @param data a folder that holds a folder {@code glue}
   * @return none where the scale reads no such files, so that its plan stays what it was
   */
  public static Overrides overrides(Scale scale, Path data) {
    return FILES.in(scale, data);
  }

  /**
   * Refuses to run a plan that reads GLUE's files where nobody said where they are.
   *
   * @param plan the plan; planning itself needs no files
   * @throws magicbench.results.file.InputException naming the option that names the folder
   */
  public static void requireNamed(Plan plan) {
    FILES.requireNamed(plan);
  }
}
