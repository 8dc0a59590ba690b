package magicbench.harness.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A space in the manner of ProxylessNAS and MobileNetV2: each layer of each stage is one inverted
 * residual block out of several kernels and expansions, or is left out. A layer that halves the
 * image or changes its width can't be left out, so layers differ in their candidates; where the
 * space lists {@value Projection#NAME}, such a layer may be a {@link Projection} instead.
 */
public final class MobileSpace implements SearchSpace, SizedSpace {

  /** The name of a layer that is left out. */
  public static final String SKIP = "skip";

  private static final Pattern BLOCK =
      Pattern.compile("k(0|-?[1-9][0-9]{0,8})e(0|-?[1-9][0-9]{0,8})");
  private static final int STEM_KERNEL = 3;

  private final MobileSettings settings;
  private final List<Layer> layers;
  private final List<List<String>> candidates;

  /**
   * Where a layer stands.
   *
   * @param input channels that enter
   * @param output channels that leave
   * @param stride 1 or 2
   */
  public record Layer(int input, int output, int stride) {

    /**
     * Whether the layer may be left out.
     *
     * @return whether what enters has the shape of what leaves
     */
    boolean keepsShape() {
      return stride == 1 && input == output;
    }
  }

  /**
   * Makes a space.
   *
   * @param settings its measures
   */
  MobileSpace(MobileSettings settings) {
    this.settings = settings;
    this.layers = layersOf(settings.entering(), settings.stages());
    this.candidates = layers.stream().map(layer -> candidates(settings.offered(), layer)).toList();
  }

  static List<Layer> layersOf(int entering, List<MobileSettings.Stage> stages) {
    List<Layer> layers = new ArrayList<>();
    int input = entering;
    for (MobileSettings.Stage stage : stages) {
      for (int number = 0; number < stage.layers(); number++) {
        layers.add(new Layer(input, stage.width(), number == 0 ? stage.stride() : 1));
        input = stage.width();
      }
    }
    return List.copyOf(layers);
  }

  /** What a layer can be, out of what its space offers. */
  static List<String> candidates(List<String> offered, Layer layer) {
    return offered.stream()
        .filter(name -> !name.equals(SKIP) || layer.keepsShape())
        .filter(name -> !name.equals(Projection.NAME) || !layer.keepsShape())
        .toList();
  }

  /**
   * The block of a name in a place.
   *
   * @throws IllegalArgumentException when there is none
   */
  static ImageBlock block(String name, Layer layer) {
    if (name.equals(Projection.NAME)) {
      return new Projection(layer.input(), layer.output(), layer.stride());
    }
    Matcher measures = BLOCK.matcher(name);
    if (measures.matches()) {
      int kernel = Integer.parseInt(measures.group(1));
      int expansion = Integer.parseInt(measures.group(2));
      return new MobileBlock(layer.input(), layer.output(), layer.stride(), kernel, expansion);
    }
    throw new IllegalArgumentException(
        "operators name " + name + "; give names such as k3e6, or skip or project");
  }

  /**
   * Its measures.
   *
   * @return what it was made with
   */
  public MobileSettings settings() {
    return settings;
  }

  @Override
  public SearchSpace space() {
    return this;
  }

  @Override
  public int layers() {
    return layers.size();
  }

  @Override
  public List<String> candidates(int layer) {
    Ranges.check("layer", layer, 0, layers.size() - 1);
    return candidates.get(layer);
  }

  /**
   * The block of one candidate.
   *
   * @param layer the layer, from 0
   * @param operator one of its candidates
   * @return the block; empty where the layer is left out
   * @throws IllegalArgumentException when it is no candidate of the layer
   */
  public Optional<ImageBlock> block(int layer, String operator) {
    if (!candidates(layer).contains(operator)) {
      throw new IllegalArgumentException(
          "layer " + layer + " uses " + operator + ", which is none of " + candidates(layer));
    }
    return operator.equals(SKIP)
        ? Optional.empty()
        : Optional.of(block(operator, layers.get(layer)));
  }

  /**
   * The fixed block between the stem and the first layer.
   *
   * @return empty where there is none
   */
  public Optional<MobileBlock> firstBlock() {
    return settings.firstWidth() == 0
        ? Optional.empty()
        : Optional.of(new MobileBlock(settings.stemWidth(), settings.firstWidth(), 1, 3, 1));
  }

  @Override
  public long parameters(int layer, String operator) {
    return block(layer, operator).map(ImageBlock::parameters).orElse(0L);
  }

  /** Those of stem, fixed block, head and classifier. */
  private long sharedParameters() {
    long stem =
        (long) STEM_KERNEL * STEM_KERNEL * settings.channels() * settings.stemWidth()
            + 2L * settings.stemWidth();
    long head =
        settings.headWidth() == 0
            ? 0
            : (long) settings.leaving() * settings.headWidth() + 2L * settings.headWidth();
    long classifier = (long) settings.features() * settings.classes() + settings.classes();
    return stem + firstBlock().map(MobileBlock::parameters).orElse(0L) + head + classifier;
  }

  @Override
  public long parameters(Architecture architecture) {
    check(architecture);
    return sharedParameters()
        + IntStream.range(0, layers.size())
            .mapToLong(layer -> parameters(layer, architecture.operators().get(layer)))
            .sum();
  }

  @Override
  public long superNetParameters() {
    return sharedParameters()
        + IntStream.range(0, layers.size())
            .mapToLong(
                layer ->
                    candidates(layer).stream().mapToLong(name -> parameters(layer, name)).sum())
            .sum();
  }

  /**
   * The FLOPs of one image's forward pass. The field counts multiply-adds and calls them FLOPs;
   * here a multiply-add is two, as everywhere in this project.
   */
  @Override
  public long forwardFlops(Architecture architecture) {
    check(architecture);
    int side = (settings.side() + settings.stemStride() - 1) / settings.stemStride();
    long flops =
        2L * side * side * STEM_KERNEL * STEM_KERNEL * settings.channels() * settings.stemWidth();
    flops += firstFlops(side);
    for (int layer = 0; layer < layers.size(); layer++) {
      int entering = side;
      Optional<ImageBlock> block = block(layer, architecture.operators().get(layer));
      flops += block.map(present -> present.flops(entering)).orElse(0L);
      side = (side + layers.get(layer).stride() - 1) / layers.get(layer).stride();
    }
    long head = 2L * side * side * settings.leaving() * settings.headWidth();
    return flops + head + 2L * settings.features() * settings.classes();
  }

  private long firstFlops(int side) {
    return firstBlock().map(block -> block.flops(side)).orElse(0L);
  }
}
