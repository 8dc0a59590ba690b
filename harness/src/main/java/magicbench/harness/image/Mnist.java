package magicbench.harness.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * MNIST (LeCun, Cortes and Burges): 60,000 and 10,000 grey pictures of handwritten digits, 28 × 28.
 */
public final class Mnist {

  /** The folder in the user's data folder, and what the command that fetches it calls it. */
  public static final String NAME = "mnist";

  /** What the classes are called: 0 to 9. */
  public static final List<String> CLASS_NAMES =
      IntStream.range(0, 10).mapToObj(Integer::toString).toList();

  private static final IdxDataSet FILES =
      new IdxDataSet(
          "MNIST",
          "run 'magicbench data fetch " + NAME + " --to DIR' and give -Dmagicbench.data=DIR",
          CLASS_NAMES,
          new IdxDataSet.Part(
              "train",
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
          new IdxDataSet.Part(
              "t10k",
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

  private Mnist() {}

  /**
   * Where to look.
   *
   * @param data the user's data folder
   * @return its folder {@value #NAME}, for {@link #read(List)}
   */
  public static List<Path> places(Path data) {
    return List.of(data.resolve(NAME));
  }

  /** The one of these folders that is read. */
  static Optional<Path> folder(List<Path> places) {
    return FILES.folder(places);
  }

  /**
   * Reads the data set from the first folder that has one of its files.
   *
   * @param places the folders
   * @return pictures of 1 × 28 × 28
   * @throws magicbench.results.file.MissingDataException when a file is missing
   * @throws magicbench.results.file.InputException when a file is not the published one
   */
  public static ImageParts read(List<Path> places) {
    return FILES.read(places, OptionalInt.empty());
  }

  /**
   * Reads the data set, with black around each picture.
   *
   * @param places the folders
   * @param side how high and wide the pictures are to be, at least 28
   * @return pictures of 1 × side × side
   * @throws magicbench.results.file.MissingDataException when a file is missing
   * @throws magicbench.results.file.InputException when a file is not the published one
   */
  public static ImageParts read(List<Path> places, int side) {
    return FILES.read(places, OptionalInt.of(side));
  }
}
