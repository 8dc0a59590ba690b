package magicbench.harness.image;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A random part of a picture, brought to a square: its share of the area is drawn evenly, the
 * logarithm of its width ÷ height too (Szegedy et al., "Going deeper with convolutions", CVPR 2015,
 * section 6). A part that doesn't fit is drawn again, ten times; then the largest part in the
 * middle whose width ÷ height is allowed is taken.
 *
 * @param side height and width of the result, 1 to 4,096
 * @param minScale the smallest share of the area, above 0; the custom is 0.08
 * @param maxScale the largest, up to 1
 * @param minRatio the smallest width ÷ height, 0.1 to 10; the custom is 3 ÷ 4
 * @param maxRatio the largest, 0.1 to 10; the custom is 4 ÷ 3
 */
public record ResizedCrop(
    int side, double minScale, double maxScale, double minRatio, double maxRatio) {

  static final int LONGEST_SIDE = 4096;
  private static final double MOST_RATIO = 10;
  private static final int TRIES = 10;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value that is out of range
   */
  public ResizedCrop {
    Ranges.require("side", side, 1, LONGEST_SIDE);
    Ranges.requireAbove("minScale", minScale, 0, 1);
    Ranges.require("maxScale", maxScale, minScale, 1);
    Ranges.require("minRatio", minRatio, 1 / MOST_RATIO, MOST_RATIO);
    Ranges.require("maxRatio", maxRatio, minRatio, MOST_RATIO);
  }

  /** A part of a picture, in pixels. */
  record Region(int top, int left, int height, int width) {}

  Planes apply(Picture picture, UniformRandomProvider random) {
    Region region = region(picture.height(), picture.width(), random);
    return Resampling.resize(
        picture,
        Stretch.whole(region.top(), region.height(), side),
        Stretch.whole(region.left(), region.width(), side));
  }

  Region region(int height, int width, UniformRandomProvider random) {
    Optional<Region> drawn = Optional.empty();
    for (int attempt = 0; attempt < TRIES && drawn.isEmpty(); attempt++) {
      drawn = draw(height, width, random);
    }
    return drawn.orElseGet(() -> middle(height, width));
  }

  private Optional<Region> draw(int height, int width, UniformRandomProvider random) {
    double area = (double) height * width * between(minScale, maxScale, random);
    double ratio = Math.exp(between(Math.log(minRatio), Math.log(maxRatio), random));
    long wide = Math.round(Math.sqrt(area * ratio));
    long high = Math.round(Math.sqrt(area / ratio));
    if (wide < 1 || wide > width || high < 1 || high > height) {
      return Optional.empty();
    }
    int top = random.nextInt(height - (int) high + 1);
    int left = random.nextInt(width - (int) wide + 1);
    return Optional.of(new Region(top, left, (int) high, (int) wide));
  }

  private static double between(double least, double most, UniformRandomProvider random) {
    return least + (most - least) * random.nextDouble();
  }

  private Region middle(int height, int width) {
    int wide = (int) Math.max(1, Math.min(width, Math.round(height * maxRatio)));
    int high = (int) Math.max(1, Math.min(height, Math.round(width / minRatio)));
    return new Region((height - high) / 2, (width - wide) / 2, high, wide);
  }
}
