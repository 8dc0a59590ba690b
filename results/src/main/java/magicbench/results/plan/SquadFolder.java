package magicbench.results.plan;

import java.nio.file.Path;
import java.util.List;

/** SQuAD's files, which everybody fetches from their owners, laid over a scale's settings. */
public final class SquadFolder {

  /** The kind of trial that reads them. */
  public static final String KIND = "reading";

  private static final TheirFiles FILES = new TheirFiles("squad", "SQuAD's", List.of(KIND));

  private SquadFolder() {}

  /**
   * The settings that a folder lays over a scale's.
   *
   * @param folder holds SQuAD's files; need not exist where one only plans
   * @return a patch for the kind that reads them
   */
  public static Overrides overrides(Path folder) {
    return FILES.in(folder);
  }

  /**
   * The settings that a folder of the caller's data lays over a scale that reads SQuAD's files.
   *
   * @param scale the scale
   * @param data a folder that holds a folder {@code squad}
   * @return none where the scale reads no such files, so that its plan stays what it was
   */
  public static Overrides overrides(Scale scale, Path data) {
    return FILES.in(scale, data);
  }

  /**
   * Refuses to run a plan that reads SQuAD's files where nobody said where they are.
   *
   * @param plan the plan; planning itself needs no files
   * @throws magicbench.results.file.InputException naming the option that names the folder
   */
  public static void requireNamed(Plan plan) {
    FILES.requireNamed(plan);
  }
}
