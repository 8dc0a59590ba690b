package magicbench.harness.image;

import java.util.Objects;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How a picture is changed each time that it is trained on, in this order.
 *
 * @param cropPadding how far small pictures are moved at most, in pixels, down or up and to a side,
 *     evenly and with black in the gap: what cutting a picture's own size out of one with so much
 *     black around it does; 0 for none, to 64
 * @param resizedCrop the part that is taken of large pictures, and to which size it is brought;
 *     empty for none, and where there is {@code cropPadding}
 * @param flip whether left and right are exchanged, with probability 0.5
 * @param colourJitter how colours are changed; empty for not at all
 */
public record Augmentation(
    int cropPadding,
    Optional<ResizedCrop> resizedCrop,
    boolean flip,
    Optional<ColourJitter> colourJitter) {

  private static final int MOST_PADDING = 64;

  /**
   * Checks the ranges; what isn't given is empty.
   *
   * @throws IllegalArgumentException when the padding is out of range, or there is a resized crop,
   *     too
   */
  public Augmentation {
    resizedCrop = Objects.requireNonNullElse(resizedCrop, Optional.empty());
    colourJitter = Objects.requireNonNullElse(colourJitter, Optional.empty());
    Ranges.require("cropPadding", cropPadding, 0, MOST_PADDING);
    if (cropPadding > 0 && resizedCrop.isPresent()) {
      throw new IllegalArgumentException(
          "cropPadding is " + cropPadding + "; with a resizedCrop it must be 0");
    }
  }

  /**
   * No change at all.
   *
   * @return an augmentation that only normalises
   */
  public static Augmentation none() {
    return new Augmentation(0, Optional.empty(), false, Optional.empty());
  }

  /**
   * Changes a picture and normalises it.
   *
   * @param picture the picture
   * @param random where the changes are drawn from: the same numbers make the same changes
   * @param normalisation as many means as the picture has channels
   * @return channel by channel, row by row; of the size of the resized crop, else the picture's
   * @throws IllegalArgumentException when the number of channels is another
   */
  public float[] apply(Picture picture, UniformRandomProvider random, Normalisation normalisation) {
    return normalisation.apply(changed(picture, random));
  }

  Planes changed(Picture picture, UniformRandomProvider random) {
    Planes cropped = cropped(picture, random);
    Planes flipped = flip && random.nextBoolean() ? cropped.mirrored() : cropped;
    return colourJitter.map(jitter -> jitter.apply(flipped, random)).orElse(flipped);
  }

  private Planes cropped(Picture picture, UniformRandomProvider random) {
    if (resizedCrop.isPresent()) {
      return resizedCrop.get().apply(picture, random);
    }
    Planes whole = Planes.of(picture);
    return cropPadding == 0 ? whole : whole.moved(shift(random), shift(random));
  }

  private int shift(UniformRandomProvider random) {
    return random.nextInt(2 * cropPadding + 1) - cropPadding;
  }
}
