package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import java.math.BigInteger;
import magicbench.harness.space.ImageActivation;
import magicbench.harness.space.ImageNormalisation;

/**
 * What stands behind a convolution of images: normalisation, channel by channel or group by group,
 * with a gain and a shift for each channel.
 *
 * <p>Batch normalisation keeps no running statistics: in training a batch's own are used, and so
 * they are in scoring, unless the batch begins with calibration images. Then the statistics are
 * those images' alone, and all others are normalised by them: a path is recalibrated on training
 * images before it is scored (SPOS, Guo et al. 2020, section 3.3), all of them in one pass.
 *
 * @param kind batch or group normalisation
 * @param activation what follows where a convolution is active
 * @param calibration how many images at the batch's head are calibration images; 0 for none
 */
public record ImageNorm(ImageNormalisation kind, ImageActivation activation, int calibration) {

  /** The name of the gain within its owner. */
  public static final String GAIN = "gain";

  /** The name of the shift within its owner. */
  public static final String SHIFT = "shift";

  private static final int CHANNELS = 1;
  private static final int[] ALONG_ROWS = {0};
  private static final float EPSILON = 1e-5f;

  /** ReLU6 is a difference of two: a clip and its backward pass take over half as long again. */
  private static final float HIGHEST = 6;

  /** Running statistics are never read: they are made for each call and thrown away. */
  private static final float MOMENTUM = 0.1f;

  /**
   * The normalised images.
   *
   * @param images (batch, height, width, channels)
   * @param gain (channels)
   * @param shift (channels)
   * @return same shape, in the same manager
   */
  public NDArray of(NDArray images, NDArray gain, NDArray shift) {
    if (kind == ImageNormalisation.GROUP) {
      return grouped(images, gain, shift);
    }
    return calibration == 0 ? batch(images, gain, shift) : recalibrated(images, gain, shift);
  }

  /**
   * The activated images.
   *
   * @param normal normalised images
   * @return same shape, in the same manager
   */
  public NDArray active(NDArray normal) {
    NDArray positive = normal.getNDArrayInternal().relu();
    return activation == ImageActivation.RELU
        ? positive
        : positive.sub(normal.sub(HIGHEST).getNDArrayInternal().relu());
  }

  private static NDArray batch(NDArray images, NDArray gain, NDArray shift) {
    NDManager manager = images.getManager();
    Shape channels = gain.getShape();
    return normal(
        images,
        new Statistics(
            manager.zeros(channels, images.getDataType()),
            manager.ones(channels, images.getDataType())),
        gain,
        shift,
        true);
  }

  private NDArray recalibrated(NDArray images, NDArray gain, NDArray shift) {
    NDArray told = images.get(new NDIndex("0:" + calibration)).stopGradient();
    told.attach(images.getManager());
    NDArray rows = told.reshape(-1, gain.size());
    NDArray mean = rows.mean(ALONG_ROWS, true);
    NDArray variance = rows.sub(mean).square().mean(ALONG_ROWS);
    return normal(images, new Statistics(mean.flatten(), variance), gain, shift, false);
  }

  /** What images are normalised by, (channels) each. */
  private record Statistics(NDArray mean, NDArray variance) {}

  /** Over rows of channels: channels stay innermost, so nothing is copied. */
  private static NDArray normal(
      NDArray images, Statistics statistics, NDArray gain, NDArray shift, boolean training) {
    NDArray rows = images.reshape(-1, gain.size());
    return rows.getNDArrayInternal()
        .batchNorm(
            rows,
            statistics.mean(),
            statistics.variance(),
            gain,
            shift,
            CHANNELS,
            MOMENTUM,
            EPSILON,
            training)
        .singletonOrThrow()
        .reshape(images.getShape());
  }

  private static NDArray grouped(NDArray images, NDArray gain, NDArray shift) {
    Shape shape = images.getShape();
    long channels = gain.size();
    long groups = groups(channels);
    long pixels = shape.get(1) * shape.get(2);
    Shape parted = new Shape(shape.get(0), pixels, groups, channels / groups);
    NDArray byGroup = images.reshape(parted).transpose(0, 2, 1, 3);
    NDArray rows = byGroup.reshape(shape.get(0), groups, pixels * channels / groups);
    return standard(rows)
        .reshape(byGroup.getShape())
        .transpose(0, 2, 1, 3)
        .reshape(shape)
        .mul(gain)
        .add(shift);
  }

  /** Each row with mean 0 and variance 1. */
  private static NDArray standard(NDArray rows) {
    NDManager manager = rows.getManager();
    Shape row = new Shape(rows.getShape().tail());
    return rows.getNDArrayInternal()
        .layerNorm(
            rows,
            row,
            manager.ones(row, rows.getDataType()),
            manager.zeros(row, rows.getDataType()),
            EPSILON)
        .singletonOrThrow();
  }

  /** The largest power of two that divides the channels, at most the most groups. */
  private static long groups(long channels) {
    return BigInteger.valueOf(channels)
        .gcd(BigInteger.valueOf(ImageNormalisation.MOST_GROUPS))
        .longValueExact();
  }
}
