package magicbench.harness.space;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;

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
 * @param kernels odd sizes of depthwise convolutions to choose from; none where operators are
 *     listed
 * @param expansions how many times wider a block may be, to choose from; none where operators are
 *     listed
 * @param skip whether a layer may be left out, where what enters has the shape of what leaves;
 *     absent where operators are listed
 * @param headWidth channels of the pointwise convolution before the mean, 0 for none
 * @param normalisation {@code batch} or {@code group}
 * @param operators what a layer may be, where that isn't every kernel with every expansion: names
 *     such as {@code k3e6}; {@code skip} for a layer that is left out where the shape stays, {@code
 *     project} for a {@link Projection} where it changes; absent or empty for kernels, expansions
 *     and skip
 * @param activation {@code relu} or {@code relu6}; absent for the latter
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
    Boolean skip,
    int headWidth,
    String normalisation,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> operators,
    @JsonInclude(JsonInclude.Include.NON_NULL) String activation) {

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
    operators = operators == null ? List.of() : List.copyOf(operators);
    skip = skip == null ? requireList(operators) : skip;
    ImageNormalisation.of(normalisation);
    ImageActivation.of(activation);
    requireLayers(stages);
    String choices = "kernels are " + kernels + " and expansions " + expansions;
    if (operators.isEmpty()) {
      requireOnce(choices, kernels, expansions);
    } else {
      requireAlone(operators, choices, kernels.isEmpty() && expansions.isEmpty() && !skip);
      choices = "operators are " + operators;
    }
    requireChoice(
        choices,
        offered(kernels, expansions, skip, operators),
        MobileSpace.layersOf(firstWidth == 0 ? stemWidth : firstWidth, stages));
  }

  /**
   * Settings whose layers may be every kernel with every expansion.
   *
   * @param side pixels of a side of an image
   * @param channels 1 for grey, 3 for colour
   * @param classes at least 2
   * @param stemWidth channels that the stem's convolution makes
   * @param stemStride its stride, 1 or 2
   * @param firstWidth channels that a fixed block makes of them; 0 for no such block
   * @param stages one after the other, at least 1
   * @param kernels odd sizes of depthwise convolutions to choose from
   * @param expansions how many times wider a block may be, to choose from
   * @param skip whether a layer may be left out
   * @param headWidth channels of the pointwise convolution before the mean, 0 for none
   * @param normalisation {@code batch} or {@code group}
   */
  public MobileSettings(
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
    this(
        side,
        channels,
        classes,
        stemWidth,
        stemStride,
        firstWidth,
        stages,
        kernels,
        expansions,
        skip,
        headWidth,
        normalisation,
        List.of(),
        null);
  }

  /** Only a list may do without {@code skip}. */
  private static boolean requireList(List<String> operators) {
    if (operators.isEmpty()) {
      throw new IllegalArgumentException("skip is missing; it must be true or false");
    }
    return false;
  }

  private static void requireLayers(List<Stage> stages) {
    int layers = stages.stream().mapToInt(Stage::layers).sum();
    Ranges.check("layers of all stages", layers, 1, ChainSpace.MAXIMUM_LAYERS);
  }

  private static void requireOnce(String choices, List<Integer> kernels, List<Integer> expansions) {
    if (kernels.stream().distinct().count() != kernels.size()
        || expansions.stream().distinct().count() != expansions.size()
        || kernels.isEmpty()
        || expansions.isEmpty()) {
      throw new IllegalArgumentException(choices + "; each needs one at least, none twice");
    }
  }

  private static void requireAlone(List<String> operators, String choices, boolean alone) {
    if (operators.stream().distinct().count() != operators.size()) {
      throw new IllegalArgumentException("operators are " + operators + "; list none twice");
    }
    if (!alone) {
      throw new IllegalArgumentException(
          choices + " beside a list of operators; leave out kernels, expansions and skip");
    }
  }

  /** Makes every block once, so that a name or a measure that there is none of is told here. */
  private static void requireChoice(
      String choices, List<String> offered, List<MobileSpace.Layer> layers) {
    for (MobileSpace.Layer layer : layers) {
      List<String> candidates = MobileSpace.candidates(offered, layer);
      candidates.stream()
          .filter(name -> !name.equals(MobileSpace.SKIP))
          .forEach(name -> MobileSpace.block(name, layer));
      if (candidates.size() < 2) {
        throw new IllegalArgumentException(
            choices + "; a layer needs at least 2 operators to choose from");
      }
    }
  }

  private static List<String> offered(
      List<Integer> kernels, List<Integer> expansions, boolean skip, List<String> operators) {
    if (!operators.isEmpty()) {
      return operators;
    }
    Stream<String> blocks =
        kernels.stream()
            .flatMap(
                kernel -> expansions.stream().map(expansion -> "k" + kernel + "e" + expansion));
    return Stream.concat(blocks, skip ? Stream.of(MobileSpace.SKIP) : Stream.empty()).toList();
  }

  /**
   * What a layer may be, before it is asked whether it changes the shape.
   *
   * @return names of operators, as listed, or every kernel with every expansion
   */
  List<String> offered() {
    return offered(kernels, expansions, skip, operators);
  }

  /**
   * The widest that a block may be.
   *
   * @return how many times wider than what enters it, at least 1
   */
  public int widestExpansion() {
    MobileSpace.Layer first = MobileSpace.layersOf(entering(), stages).get(0);
    return offered().stream()
        .filter(name -> !name.equals(MobileSpace.SKIP))
        .map(name -> MobileSpace.block(name, first))
        .mapToInt(block -> block instanceof MobileBlock inverted ? inverted.expansion() : 1)
        .max()
        .orElseThrow();
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
   * The activation.
   *
   * @return what {@code activation} spells
   */
  public ImageActivation active() {
    return ImageActivation.of(activation);
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
