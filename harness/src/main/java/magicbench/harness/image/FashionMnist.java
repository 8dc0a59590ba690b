package magicbench.harness.image;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Fashion-MNIST (Xiao, Rasul and Vollgraf, 2017): 60,000 and 10,000 grey pictures of clothes, 28 ×
 * 28, ten classes.
 */
public final class FashionMnist {

  /** The folder in the user's data folder, and what the command that fetches it calls it. */
  public static final String NAME = "fashion-mnist";

  /** Where Debian's package dataset-fashion-mnist puts the files. */
  public static final Path DEBIAN = Path.of("/usr/share/datasets/fashion-mnist");

  /** What the classes are called. */
  public static final List<String> CLASS_NAMES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private static final IdxDataSet FILES =
      new IdxDataSet(
          "Fashion-MNIST",
          "run 'apt-get install dataset-fashion-mnist', or 'magicbench data fetch "
              + NAME
              + " --to DIR' and give -Dmagicbench.data=DIR",
          CLASS_NAMES,
          new IdxDataSet.Part(
              "train",
              "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
              "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
          new IdxDataSet.Part(
              "t10k",
              "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
              "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"));

  private FashionMnist() {}

  /**
   * Where to look.
   *
   * @param data the user's data folder, whose folder {@value #NAME} comes first; empty without one
   * @return the folders, for {@link #read(List)}
   */
  public static List<Path> places(Optional<Path> data) {
    return Stream.concat(data.map(folder -> folder.resolve(NAME)).stream(), Stream.of(DEBIAN))
        .toList();
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
