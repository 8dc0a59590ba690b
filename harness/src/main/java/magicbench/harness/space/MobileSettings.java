package magicbench.harness.space;

import java.util.List;
import java.util.function.Consumer;

/**
 * A space of image networks as its settings file spells it: a stem, stages of inverted residual
 * blocks, a head. The layers that are chosen are those of the stages.
 *
 * @param side pixels of a side of an image, 8 to 1024
 * @param channels 1 for grey, 3 for colour
 * @param classes at least 2
 * @param stemWidth channels that the stem's 3 × 3 convolution makes
 * @param stemStride its stride, 1 or 2
 * @param firstWidth channels that a fixed block of kernel 3 and expansion 1 makes of them, as
 *     MobileNetV2 begins; 0 for no such block
 * @param stages one after the other, at least 1
 * @param kernels odd sizes of depthwise convolutions to choose from
 * @param expansions how many times wider a block may be, to choose from
 * @param skip whether a layer may be left out, where what enters has the shape of what leaves
 * @param headWidth channels of the pointwise convolution before the mean, 0 for none
 * @param normalisation {@code batch} or {@code group}
 */
public record MobileSettings(
    int side,
    int channels,
    int classes,
    int stemWidth,
    int stemStride,
    int firstWidth,
    List<Stage> stages,
    List<Integer> kernels,
    List<Integer> expansions,
    boolean skip,
    int headWidth,
    String normalisation) {

  private static final int WIDEST = 1 << 14;

  /**
   * Layers of one width.
   *
   * @param layers how many, at least 1
   * @param width their channels
   * @param stride of the first of them, 1 or 2; the others have 1
   */
  public record Stage(int layers, int width, int stride) {

    /** Checks every field. */
    public Stage {
      Ranges.check("layers", layers, 1, ChainSpace.MAXIMUM_LAYERS);
      Ranges.check("width", width, 1, WIDEST);
      Ranges.check("stride", stride, 1, 2);
    }
  }

  /** Checks every field, so that settings that exist make a space. */
  public MobileSettings {
    Ranges.check("side", side, 8, 1024);
    Ranges.check("classes", classes, 2, 1 << 20);
    Ranges.check("stemWidth", stemWidth, 1, WIDEST);
    Ranges.check("stemStride", stemStride, 1, 2);
    Ranges.check("firstWidth", firstWidth, 0, WIDEST);
    Ranges.check("headWidth", headWidth, 0, WIDEST);
    if (channels != 1 && channels != 3) {
      throw new IllegalArgumentException("channels is " + channels + "; it must be 1 or 3");
    }
    stages = stages == null ? List.of() : List.copyOf(stages);
    kernels = kernels == null ? List.of() : List.copyOf(kernels);
    expansions = expansions == null ? List.of() : List.copyOf(expansions);
    ImageNormalisation.of(normalisation);
    requireChoices(stages, kernels, expansions);
    MobileSpace.layersOf(firstWidth == 0 ? stemWidth : firstWidth, stages).stream()
        .forEach(choices(kernels, expansions, skip));
  }

  private static Consumer<MobileSpace.Layer> choices(
      List<Integer> kernels, List<Integer> expansions, boolean skip) {
    return layer -> {
      int blocks = MobileSpace.blocks(layer, kernels, expansions).size();
      if (blocks + (skip && layer.keepsShape() ? 1 : 0) < 2) {
        throw new IllegalArgumentException(
            "kernels are "
                + kernels
                + " and expansions "
                + expansions
                + "; a layer needs at least 2 operators to choose from");
      }
    };
  }

  private static void requireChoices(
      List<Stage> stages, List<Integer> kernels, List<Integer> expansions) {
    int layers = stages.stream().mapToInt(Stage::layers).sum();
    Ranges.check("layers of all stages", layers, 1, ChainSpace.MAXIMUM_LAYERS);
    if (kernels.stream().distinct().count() != kernels.size()
        || expansions.stream().distinct().count() != expansions.size()
        || kernels.isEmpty()
        || expansions.isEmpty()) {
      throw new IllegalArgumentException(
          "kernels are "
              + kernels
              + " and expansions "
              + expansions
              + "; each needs one at least, none twice");
    }
  }

  /**
   * The space that these settings describe, with its sizes.
   *
   * @return a space
   */
  public MobileSpace space() {
    return new MobileSpace(this);
  }

  /**
   * The normalisation.
   *
   * @return what {@code normalisation} spells
   */
  public ImageNormalisation norm() {
    return ImageNormalisation.of(normalisation);
  }

  /**
   * The channels that enter the first layer that is chosen.
   *
   * @return those of the fixed block, else of the stem
   */
  public int entering() {
    return firstWidth == 0 ? stemWidth : firstWidth;
  }

  /**
   * The channels that leave the last layer.
   *
   * @return the last stage's width
   */
  public int leaving() {
    return stages.get(stages.size() - 1).width();
  }

  /**
   * The numbers that an image is told by.
   *
   * @return the head's width, else the last stage's
   */
  public int features() {
    return headWidth == 0 ? leaving() : headWidth;
  }
}
