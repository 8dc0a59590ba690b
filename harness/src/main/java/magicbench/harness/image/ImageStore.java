package magicbench.harness.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.harness.data.DataOrigin;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/** A divided data set in a trial's output: unpacked once, read fast by every trial after it. */
public final class ImageStore {

  /** The file that tells the others. */
  public static final String SUMMARY = "images.json";

  private static final String PIXELS = "images.bin";
  private static final int MAX_BYTES = 1 << 20;
  private static final long MOST_PIXELS = Integer.MAX_VALUE - 64L;
  private static final String REMEDY = "delete it and run again the trial that wrote it";

  private ImageStore() {}

  /**
   * What the pixels' file holds.
   *
   * @param name what the settings called the data set
   * @param channels 1 for grey, 3 for colour
   * @param side pixels of a side
   * @param classNames what the classes are called
   * @param train pictures to train on
   * @param heldOut pictures held out
   * @param test pictures of the test set
   * @param normalisation the training part's
   * @param origins the files behind it
   * @param duplicates how many pictures were taken out of the training part
   */
  public record Summary(
      String name,
      int channels,
      int side,
      List<String> classNames,
      int train,
      int heldOut,
      int test,
      Normalisation normalisation,
      List<DataOrigin> origins,
      int duplicates) {

    /** Checks the counts. */
    public Summary {
      classNames = List.copyOf(classNames);
      origins = List.copyOf(origins);
      long pictures = (long) train + heldOut + test;
      if (train < 1 || heldOut < 1 || test < 1 || channels < 1 || side < 1) {
        throw new IllegalArgumentException("a part is empty");
      }
      if (pictures * channels * side * side > MOST_PIXELS) {
        throw new IllegalArgumentException(pictures + " pictures are too many");
      }
    }

    PictureSize size() {
      return new PictureSize(channels, side, side);
    }
  }

  /**
   * A data set and what it is.
   *
   * @param summary its measures
   * @param data its pictures
   */
  public record Stored(Summary summary, ImageData data) {}

  /**
   * Writes a divided data set.
   *
   * @param folder where to
   * @param name what the settings called the data set
   * @param data pictures of one size, as high as wide
   * @throws InputException when the disk refuses
   */
  public static void write(Path folder, String name, ImageData data) {
    PictureSize size = data.train().pictureSize();
    Summary summary =
        new Summary(
            name,
            size.channels(),
            size.width(),
            data.train().classNames(),
            data.train().size(),
            data.heldOut().size(),
            data.test().size(),
            data.normalisation(),
            data.origins(),
            data.duplicates());
    WholeFile.write(
        folder.resolve(PIXELS),
        out -> {
          DataOutputStream pixels = new DataOutputStream(out);
          for (MemoryImages part : List.of(data.train(), data.heldOut(), data.test())) {
            write(part, pixels);
          }
          pixels.flush();
        });
    WholeFile.write(folder.resolve(SUMMARY), Json.write(summary));
  }

  private static void write(MemoryImages part, DataOutputStream out) throws IOException {
    for (int index = 0; index < part.size(); index++) {
      out.writeShort(part.label(index));
    }
    for (int index = 0; index < part.size(); index++) {
      out.write(part.picture(index).pixels());
    }
  }

  /**
   * Reads a divided data set.
   *
   * @param folder where {@link #write} wrote it
   * @return the data set
   * @throws InputException when it is missing or damaged
   */
  public static Stored open(Path folder) {
    Path file = folder.resolve(SUMMARY);
    Summary summary = summary(file);
    Path pixels = folder.resolve(PIXELS);
    try (InputStream in = Files.newInputStream(pixels);
        DataInputStream data = new DataInputStream(new BufferedInputStream(in, 1 << 20))) {
      MemoryImages train = read(data, summary, summary.train());
      MemoryImages heldOut = read(data, summary, summary.heldOut());
      MemoryImages test = read(data, summary, summary.test());
      if (data.read() >= 0) {
        throw new InputException(pixels.toString(), "is longer than its summary says", REMEDY);
      }
      return new Stored(
          summary,
          new ImageData(
              train,
              heldOut,
              test,
              summary.normalisation(),
              summary.origins(),
              summary.duplicates()));
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException(
          pixels.toString(), "could not be read (" + e.getMessage() + ")", REMEDY, e);
    }
  }

  private static Summary summary(Path file) {
    try {
      byte[] text = BoundedInput.read(file, MAX_BYTES);
      return Json.json().treeToValue(Json.tree(file.toString(), text, REMEDY), Summary.class);
    } catch (JsonProcessingException e) {
      throw Json.fault(file.toString(), e);
    }
  }

  private static MemoryImages read(DataInputStream in, Summary summary, int count)
      throws IOException {
    short[] labels = new short[count];
    for (int index = 0; index < count; index++) {
      labels[index] = in.readShort();
    }
    byte[] pixels = new byte[Math.multiplyExact(count, summary.size().values())];
    in.readFully(pixels);
    return new MemoryImages(summary.size(), pixels, labels, summary.classNames());
  }
}
