package magicbench.harness.image;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
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
   * @param kept where the pictures stay that aren't unpacked; null for those that are
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
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
      int duplicates,
      Folder kept) {

    /** Checks the counts. */
    public Summary {
      classNames = List.copyOf(classNames);
      origins = List.copyOf(origins);
      long pictures = (long) train + heldOut + test;
      if (train < 1 || heldOut < 1 || test < 1 || channels < 1 || side < 1) {
        throw new IllegalArgumentException("a part is empty");
      }
      if (kept == null && pictures * channels * side * side > MOST_PIXELS) {
        throw new IllegalArgumentException(pictures + " pictures are too many");
      }
    }

    PictureSize size() {
      return new PictureSize(channels, side, side);
    }
  }

  /**
   * A folder whose pictures are decoded when they are asked for.
   *
   * @param path the folder, which holds {@code train} and {@code val}
   * @param corruptTraining names of training pictures that can't be decoded
   * @param corruptTest names of test pictures that can't be decoded
   * @param heldOut how many training pictures are held out
   * @param most how many are trained on at most, 0 for all
   */
  public record Folder(
      String path, List<String> corruptTraining, List<String> corruptTest, int heldOut, int most) {

    /** Keeps immutable copies. */
    public Folder {
      corruptTraining = List.copyOf(corruptTraining);
      corruptTest = List.copyOf(corruptTest);
    }

    /**
     * The pictures, divided.
     *
     * @param normalisation the training part's
     * @return the data set
     * @throws InputException when the folder isn't as it was
     */
    public ImageData open(Normalisation normalisation) {
      FolderImages.Parts parts = FolderImages.openParts(Path.of(path));
      return ImageData.of(
          new FolderImages.Parts(
              parts.train().without(corruptTraining), parts.validation().without(corruptTest)),
          heldOut,
          most,
          normalisation);
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
   * Writes a divided data set that is in memory.
   *
   * @param folder where to
   * @param name what the settings called the data set
   * @param data pictures of one size, as high as wide
   * @throws InputException when the disk refuses
   */
  public static void write(Path folder, String name, ImageData data) {
    WholeFile.write(
        folder.resolve(PIXELS),
        out -> {
          DataOutputStream pixels = new DataOutputStream(out);
          for (ImageSet part : List.of(data.train(), data.heldOut(), data.test())) {
            write(part, pixels);
          }
          pixels.flush();
        });
    writeSummary(folder, summary(name, data.train().picture(0).width(), data, null));
  }

  private static void write(ImageSet part, DataOutputStream out) throws IOException {
    for (int index = 0; index < part.size(); index++) {
      out.writeShort(part.label(index));
    }
    for (int index = 0; index < part.size(); index++) {
      out.write(part.picture(index).pixels());
    }
  }

  /**
   * Writes where a divided data set's pictures stay.
   *
   * @param folder where to
   * @param name what the settings called the data set
   * @param side pixels of a side that networks see
   * @param kept where the pictures stay
   * @param normalisation the training part's
   * @throws InputException when the disk refuses
   */
  public static void write(
      Path folder, String name, int side, Folder kept, Normalisation normalisation) {
    writeSummary(folder, summary(name, side, kept.open(normalisation), kept));
  }

  private static Summary summary(String name, int side, ImageData data, Folder kept) {
    return new Summary(
        name,
        data.normalisation().mean().size(),
        side,
        data.train().classNames(),
        data.train().size(),
        data.heldOut().size(),
        data.test().size(),
        data.normalisation(),
        data.origins(),
        data.duplicates(),
        kept);
  }

  private static void writeSummary(Path folder, Summary summary) {
    WholeFile.write(folder.resolve(SUMMARY), Json.write(summary));
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
    return summary.kept() == null
        ? unpacked(folder.resolve(PIXELS), summary)
        : new Stored(summary, summary.kept().open(summary.normalisation()));
  }

  private static Stored unpacked(Path pixels, Summary summary) {
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
    } catch (EOFException e) {
      throw new InputException(pixels.toString(), "is shorter than its summary says", REMEDY, e);
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException(
          pixels.toString(), "could not be read (" + e.getMessage() + ")", REMEDY, e);
    }
  }

  private static Summary summary(Path file) {
    try {
      byte[] text = BoundedInput.read(file, MAX_BYTES);
      Summary summary =
          Json.json().treeToValue(Json.tree(file.toString(), text, REMEDY), Summary.class);
      if (summary == null) {
        throw new InputException(file.toString(), "is empty", REMEDY);
      }
      return summary;
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
