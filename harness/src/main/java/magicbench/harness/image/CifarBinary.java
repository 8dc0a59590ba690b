package magicbench.harness.image;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.harness.data.DataOrigin;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.file.MissingDataException;

/**
 * CIFAR-10 in its binary version (Krizhevsky, 2009): 50,000 and 10,000 colour pictures, 32 × 32, in
 * files of 10,000 records of 3,073 bytes: the label, then red, green and blue.
 *
 * <p>No hash of the single files was published, so none is checked; lengths and labels are.
 */
public final class CifarBinary {

  /** The folder in the user's data folder, and what the command that fetches it calls it. */
  public static final String NAME = "cifar-10";

  /** Records of a file. */
  static final int RECORDS = 10_000;

  /** Pixels of a side of every picture. */
  public static final int SIDE = 32;

  private static final String ARCHIVE_FOLDER = "cifar-10-batches-bin";
  private static final String TEST = "test_batch.bin";
  private static final List<String> TRAIN =
      IntStream.rangeClosed(1, 5).mapToObj(batch -> "data_batch_" + batch + ".bin").toList();
  private static final String NAMES = "batches.meta.txt";
  private static final int MAX_NAMES_BYTES = 1 << 12;
  private static final List<String> CLASS_NAMES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");
  private static final PictureSize SIZE = new PictureSize(3, SIDE, SIDE);
  private static final int RECORD_BYTES = 1 + SIZE.values();

  private static final String REMEDY =
      "run 'magicbench data fetch " + NAME + " --to DIR' and give -Dmagicbench.data=DIR";

  private final Path folder;
  private final int records;
  private final List<DataOrigin> origins = new ArrayList<>();

  private CifarBinary(Path folder, int records) {
    this.folder = folder;
    this.records = records;
  }

  /**
   * Where to look.
   *
   * @param data the user's data folder
   * @return its folder {@value #NAME}, and in it the one that the archive makes
   */
  public static List<Path> places(Path data) {
    Path folder = data.resolve(NAME);
    return List.of(folder, folder.resolve(ARCHIVE_FOLDER));
  }

  /**
   * Reads the data set from the first folder that has its test file. The classes' names come from
   * {@code batches.meta.txt}, where that is there.
   *
   * @param places the folders
   * @return pictures of 3 × 32 × 32
   * @throws MissingDataException when a file is missing
   * @throws InputException when a file isn't of the right length, or a label isn't 0 to 9
   */
  public static ImageParts read(List<Path> places) {
    return read(places, RECORDS);
  }

  static ImageParts read(List<Path> places, int records) {
    Path folder =
        folder(places)
            .orElseThrow(
                () -> new MissingDataException("CIFAR-10", "is in none of " + places, REMEDY));
    return new CifarBinary(folder, records).read();
  }

  /** The one of these folders that is read. */
  static Optional<Path> folder(List<Path> places) {
    return places.stream().filter(place -> Files.isRegularFile(place.resolve(TEST))).findFirst();
  }

  /** Reads a folder as {@link #read(List)} does, but keeps no more than one file in memory. */
  static void check(Path folder, int records) {
    CifarBinary files = new CifarBinary(folder, records);
    files.classNames();
    for (String name : Stream.concat(TRAIN.stream(), Stream.of(TEST)).toList()) {
      byte[] batch = files.batch(name);
      for (int record = 0; record < records; record++) {
        files.label(name, record, batch[record * RECORD_BYTES]);
      }
    }
  }

  private ImageParts read() {
    List<String> classNames = classNames();
    MemoryImages train = images(TRAIN, classNames);
    return new ImageParts(train, images(List.of(TEST), classNames), origins);
  }

  private List<String> classNames() {
    Path file = folder.resolve(NAMES);
    if (!Files.exists(file)) {
      return CLASS_NAMES;
    }
    String text = new String(BoundedInput.read(file, MAX_NAMES_BYTES), StandardCharsets.UTF_8);
    List<String> names = text.lines().map(String::strip).filter(name -> !name.isEmpty()).toList();
    if (names.size() != CLASS_NAMES.size()) {
      throw new InputException(file.toString(), "has " + names.size() + " names, not 10", REMEDY);
    }
    return names;
  }

  private MemoryImages images(List<String> files, List<String> classNames) {
    byte[] pixels = new byte[files.size() * records * SIZE.values()];
    short[] labels = new short[files.size() * records];
    int picture = 0;
    for (String name : files) {
      byte[] batch = batch(name);
      for (int record = 0; record < records; record++) {
        int from = record * RECORD_BYTES;
        labels[picture] = label(name, record, batch[from]);
        System.arraycopy(batch, from + 1, pixels, picture * SIZE.values(), SIZE.values());
        picture++;
      }
    }
    return new MemoryImages(SIZE, pixels, labels, classNames);
  }

  private byte[] batch(String name) {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new MissingDataException(folder.toString(), "has no " + name, REMEDY);
    }
    int length = records * RECORD_BYTES;
    byte[] batch = BoundedInput.read(file, length);
    if (batch.length < length) {
      throw new InputException(
          file.toString(), "has " + batch.length + " bytes, not " + length, REMEDY);
    }
    origins.add(new DataOrigin("CIFAR-10 " + name, Hashes.sha256(batch)));
    return batch;
  }

  private short label(String name, int record, byte label) {
    if (label < 0 || label >= CLASS_NAMES.size()) {
      throw new InputException(
          folder.resolve(name).toString(),
          "record " + record + " has the label " + Byte.toUnsignedInt(label) + ", not 0 to 9",
          REMEDY);
    }
    return label;
  }
}
