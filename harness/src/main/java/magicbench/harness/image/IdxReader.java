package magicbench.harness.image;

import java.nio.file.Path;
import java.util.List;
import magicbench.results.file.InputException;

/**
 * Reads grey pictures and their labels from a pair of IDX files, as MNIST and its followers come.
 */
public final class IdxReader {

  private static final int PICTURES = 3;
  private static final int LABELS = 1;

  private final Path file;
  private final IdxFile pictures;

  private IdxReader(Path file) {
    this.file = file;
    this.pictures = IdxFile.read(file, PICTURES);
  }

  /**
   * What a pair of files holds.
   *
   * @param images the pictures and their labels
   * @param picturesSha256 of the file of pictures, uncompressed
   * @param labelsSha256 of the file of labels, uncompressed
   */
  public record Contents(MemoryImages images, String picturesSha256, String labelsSha256) {}

  /**
   * Reads a pair of files.
   *
   * @param pictures the file of pictures, gzipped or not
   * @param labels the file of labels, gzipped or not
   * @param classNames what the classes are called
   * @return pictures of one channel, as large as they are in the file
   * @throws InputException when a file is missing, foreign, cut off, too long or larger than 2 GiB,
   *     when the files don't fit together, or a label has no name
   */
  public static Contents read(Path pictures, Path labels, List<String> classNames) {
    IdxReader reader = new IdxReader(pictures);
    return reader.contents(
        IdxFile.read(labels, LABELS),
        labels,
        classNames,
        new PictureSize(1, reader.height(), reader.width()));
  }

  /**
   * Reads a pair of files and puts black around each picture.
   *
   * @param pictures the file of pictures, gzipped or not
   * @param labels the file of labels, gzipped or not
   * @param classNames what the classes are called
   * @param side how high and wide the pictures are to be; where black can't be shared evenly, the
   *     odd line is below, or on the right
   * @return pictures of 1 × side × side
   * @throws InputException as without black, and when the file's pictures are larger
   */
  public static Contents read(Path pictures, Path labels, List<String> classNames, int side) {
    IdxReader reader = new IdxReader(pictures);
    if (side < reader.height() || side < reader.width()) {
      throw new InputException(
          pictures.toString(),
          "holds pictures of " + reader.height() + " × " + reader.width() + ", not below " + side,
          "ask for a larger side");
    }
    return reader.contents(
        IdxFile.read(labels, LABELS), labels, classNames, new PictureSize(1, side, side));
  }

  private int count() {
    return pictures.sizes()[0];
  }

  private int height() {
    return pictures.sizes()[1];
  }

  private int width() {
    return pictures.sizes()[2];
  }

  private Contents contents(
      IdxFile labels, Path labelsFile, List<String> classNames, PictureSize size) {
    if (labels.values().length != count()) {
      throw new InputException(
          labelsFile.toString(),
          "holds " + labels.values().length + " labels for the " + count() + " pictures of " + file,
          "take both files from one place");
    }
    short[] classes = new short[count()];
    for (int index = 0; index < classes.length; index++) {
      classes[index] = (short) Byte.toUnsignedInt(labels.values()[index]);
      requireClass(labelsFile, index, classes[index], classNames.size());
    }
    return new Contents(
        new MemoryImages(size, padded(size), classes, classNames),
        pictures.sha256(),
        labels.sha256());
  }

  private static void requireClass(Path file, int index, int label, int classes) {
    if (label >= classes) {
      throw new InputException(
          file.toString(),
          "label " + index + " is " + label + ", but there are " + classes + " classes",
          "take the file that belongs to the pictures");
    }
  }

  private byte[] padded(PictureSize size) {
    if (size.height() == height() && size.width() == width()) {
      return pictures.values();
    }
    long bytes = (long) count() * size.values();
    if (bytes > Integer.MAX_VALUE - 64) {
      throw new InputException(
          file.toString(), "padded it would have " + bytes + " bytes", "ask for a smaller side");
    }
    byte[] padded = new byte[(int) bytes];
    int first = (size.height() - height()) / 2 * size.width() + (size.width() - width()) / 2;
    for (int index = 0; index < count(); index++) {
      copy(index, padded, index * size.values() + first, size.width());
    }
    return padded;
  }

  private void copy(int index, byte[] into, int first, int stride) {
    for (int row = 0; row < height(); row++) {
      System.arraycopy(
          pictures.values(),
          (index * height() + row) * width(),
          into,
          first + row * stride,
          width());
    }
  }
}
