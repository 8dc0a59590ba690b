package magicbench.harness.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Optional;

/**
 * One batch of images as the engine's arrays.
 *
 * @param pixels (calibration + told, side, side, channels)
 * @param targets what is to be said of the images that aren't for calibration: the share of each
 *     class, (told, classes)
 * @param kept what dropout multiplies the features with, (told, features): 0, or one over the share
 *     that is kept; empty for no dropout
 * @param calibration how many images at the head only tell the statistics of batch normalisation
 */
public record ImageArrays(NDArray pixels, NDArray targets, Optional<NDArray> kept, int calibration)
    implements BatchArrays {

  @Override
  public NDManager scope() {
    return pixels.getManager();
  }

  /**
   * The arrays of a batch of images.
   *
   * @param batch any batch
   * @return the same, known to be images
   * @throws IllegalArgumentException when it is something else
   */
  static ImageArrays in(BatchArrays batch) {
    if (batch instanceof ImageArrays images) {
      return images;
    }
    throw new IllegalArgumentException(
        batch.getClass().getSimpleName() + " given to a network of images");
  }
}
