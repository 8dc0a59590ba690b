package magicbench.harness.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import magicbench.harness.image.CifarBinary;
import magicbench.harness.image.DrawnImages;
import magicbench.harness.image.FashionMnist;
import magicbench.harness.image.FolderImages;
import magicbench.harness.image.ImageParts;
import magicbench.harness.image.Mnist;
import magicbench.results.file.InputException;
import magicbench.results.file.MissingDataException;
import magicbench.results.plan.Seeds;

/**
 * The settings of a data set of pictures.
 *
 * @param source {@code fashion-mnist}, {@code mnist}, {@code cifar-10}, {@code imagenet}, or {@code
 *     drawn} for pictures that the build draws itself
 * @param side pixels of a side, to which smaller pictures are padded
 * @param heldOut how many training pictures are held out, at least 1
 * @param most how many are trained on at most, 0 for all
 * @param imagenet the folder of {@code imagenet}, which holds {@code train} and {@code val}, each
 *     with a folder of JPEGs for every class; null for other sources
 */
record ImagesSettings(String source, int side, int heldOut, int most, String imagenet) {

  /** Pictures that stay in a folder. */
  static final String FOLDER = "imagenet";

  /** Names the folder of a user's data. */
  static final String DATA = "magicbench.data";

  private static final int LEAST_SIDE = 8;
  private static final int MOST_SIDE = 1024;
  private static final int DRAWN_TEST = 500;
  private static final long DRAWN_SEED = 0;

  ImagesSettings {
    require(source != null, "source is missing");
    require(side >= LEAST_SIDE && side <= MOST_SIDE, "side is " + side + "; it must be 8 to 1024");
    require(heldOut >= 1, "heldOut is " + heldOut + "; it must be at least 1");
    require(most >= 0, "most is " + most + "; it must be 0 or above");
    require(
        !source.equals(CifarBinary.NAME) || side == CifarBinary.SIDE,
        "side is " + side + "; pictures of " + source + " have " + CifarBinary.SIDE);
    require(
        !source.equals(DrawnImages.NAME) || most > 0,
        "most is 0; say how many pictures are to be drawn");
    require(
        source.equals(FOLDER) == (imagenet != null),
        "imagenet names the folder of source imagenet, and of no other");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Whether the pictures stay in their folder. */
  boolean staysInFolder() {
    return source.equals(FOLDER);
  }

  /**
   * The pictures that stay in their folder.
   *
   * @throws InputException when the folder isn't there or holds no such pictures
   */
  FolderImages.Parts folder() {
    return FolderImages.openParts(Path.of(imagenet));
  }

  /**
   * Reads one that doesn't stay in a folder.
   *
   * @throws InputException when it isn't there, or is damaged
   */
  ImageParts read() {
    Optional<Path> data = Optional.ofNullable(System.getProperty(DATA)).map(Path::of);
    return switch (source) {
      case FashionMnist.NAME -> FashionMnist.read(FashionMnist.places(data), side);
      case Mnist.NAME -> Mnist.read(Mnist.places(named(data)), side);
      case CifarBinary.NAME -> CifarBinary.read(CifarBinary.places(named(data)));
      case DrawnImages.NAME -> drawn();
      default ->
          throw new InputException(
              "settings of images, field source",
              "is " + source,
              "give one of "
                  + List.of(
                      FashionMnist.NAME, Mnist.NAME, CifarBinary.NAME, FOLDER, DrawnImages.NAME));
    };
  }

  private Path named(Optional<Path> data) {
    return data.orElseThrow(
        () ->
            new MissingDataException(
                source, "no folder is named", "give -D" + DATA + "=DIR, which holds " + source));
  }

  private ImageParts drawn() {
    return new ImageParts(
        DrawnImages.of(side, most + heldOut, new Seeds(DRAWN_SEED)),
        DrawnImages.of(side, DRAWN_TEST, new Seeds(DRAWN_SEED + 1)),
        List.of());
  }
}
