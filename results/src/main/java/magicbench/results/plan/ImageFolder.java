package magicbench.results.plan;

import java.nio.file.Path;
import java.util.List;

/** ImageNet's pictures, which everybody gets from their owners, laid over a scale's settings. */
public final class ImageFolder {

  /** The kind of trial that reads them. */
  public static final String KIND = "images";

  private static final TheirFiles FILES =
      new TheirFiles(
          "imagenet",
          "ImageNet's",
          List.of(KIND),
          "get them from their owners, laid out as imagenet/train/CLASS/*.JPEG and"
              + " imagenet/val/CLASS/*.JPEG in a folder DIR, then give -Dmagicbench.data=DIR");

  private ImageFolder() {}

  /**
   * The settings that a folder of the caller's data lays over a scale that reads ImageNet's files.
   *
   * @param scale the scale
   * @param data a folder that holds a folder {@code imagenet}
   * @return none where the scale reads no such files, so that its plan stays what it was
   */
  public static Overrides overrides(Scale scale, Path data) {
    return FILES.in(scale, data);
  }

  /**
   * Refuses to run a plan that reads ImageNet's files where nobody said where they are.
   *
   * @param plan the plan; planning itself needs no files
   * @throws magicbench.results.file.InputException naming the option that names the folder
   */
  public static void requireNamed(Plan plan) {
    FILES.requireNamed(plan);
  }
}
