package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import magicbench.harness.supernet.BatchArrays;
import magicbench.harness.supernet.ImageArrays;

/**
 * One batch of normalised images in plain Java.
 *
 * @param form an image's measures
 * @param pixels image by image, row by row, channels innermost; calibration images first
 * @param targets what is to be said of each image that isn't for calibration: the share of each
 *     class, image by image
 * @param kept what dropout multiplies the features with, image by image; empty for no dropout
 * @param calibration how many images at the head only tell the statistics of batch normalisation
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement; copies would cost every step
public record ImageBatch(Form form, float[] pixels, float[] targets, float[] kept, int calibration)
    implements Batch {

  /**
   * An image's measures.
   *
   * @param channels 1 for grey, 3 for colour
   * @param side pixels of a side
   * @param classes of the data set
   */
  public record Form(int channels, int side, int classes) {

    /**
     * The numbers of an image.
     *
     * @return channels times pixels
     */
    public int size() {
      return channels * side * side;
    }
  }

  /** Checks that the sizes fit together. */
  public ImageBatch {
    int told = targets.length / form.classes();
    if (told == 0
        || calibration < 0
        || told * form.classes() != targets.length
        || pixels.length != (calibration + told) * form.size()) {
      throw new IllegalArgumentException(
          pixels.length
              + " pixels and "
              + targets.length
              + " targets for "
              + calibration
              + " calibration images of "
              + form);
    }
    if (kept.length % told != 0) {
      throw new IllegalArgumentException(
          kept.length + " numbers of dropout for " + told + " images");
    }
  }

  @Override
  public int told() {
    return targets.length / form.classes();
  }

  /**
   * The batch in parts of so many images. Batch normalisation then sees each part by itself.
   *
   * @throws IllegalArgumentException when there are calibration images, which all parts would need
   */
  @Override
  public List<ImageBatch> parts(int rows) {
    if (rows == 0 || rows >= told()) {
      return List.of(this);
    }
    if (calibration > 0) {
      throw new IllegalArgumentException("a batch with calibration images can't be parted");
    }
    List<ImageBatch> parts = new ArrayList<>();
    for (int from = 0; from < told(); from += rows) {
      parts.add(part(from, Math.min(told(), from + rows)));
    }
    return parts;
  }

  private ImageBatch part(int from, int to) {
    int features = kept.length / told();
    return new ImageBatch(
        form,
        Arrays.copyOfRange(pixels, from * form.size(), to * form.size()),
        Arrays.copyOfRange(targets, from * form.classes(), to * form.classes()),
        Arrays.copyOfRange(kept, from * features, to * features),
        0);
  }

  @Override
  public BatchArrays arrays(NDManager scope) {
    int told = told();
    Optional<NDArray> dropped =
        kept.length == 0
            ? Optional.empty()
            : Optional.of(scope.create(kept, new Shape(told, kept.length / told)));
    return new ImageArrays(
        scope.create(
            pixels, new Shape(calibration + told, form.side(), form.side(), form.channels())),
        scope.create(targets, new Shape(told, form.classes())),
        dropped,
        calibration);
  }
}
