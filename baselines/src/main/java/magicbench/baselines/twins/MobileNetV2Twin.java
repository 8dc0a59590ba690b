package magicbench.baselines.twins;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.harness.space.ImageLayout;
import magicbench.harness.space.MobileSettings;
import magicbench.harness.twin.ImageTwinMaker;

/**
 * MobileNetV2's layout (Sandler et al. 2018, table 2): the same block in every layer, of kernel 3
 * and one expansion, as large as another network. Its stages have as many layers and the same
 * strides as the other network's space; what is chosen is one factor for all widths, MobileNetV2's
 * width multiplier, and the width of the head's convolution.
 *
 * <p>For each factor the head's width is the one that comes nearest in parameters; of all such
 * networks the one is taken whose larger miss, in parameters over {@value #PARAMETER_TOLERANCE} or
 * in FLOPs over {@value #FLOPS_TOLERANCE}, is smallest.
 *
 * <p>A network with large kernels in front, or short stages at the end, may have more FLOPs for its
 * parameters than any such one. Where none comes within both tolerances, the stem and the fixed
 * block behind it are narrowed or widened as well: they cost FLOPs and hardly any parameters.
 */
public final class MobileNetV2Twin implements ImageTwinMaker {

  /** Which share of the other network's parameters a twin may have more or fewer. */
  static final double PARAMETER_TOLERANCE = 0.02;

  /** Which share of the other network's FLOPs a twin may have more or fewer. */
  static final double FLOPS_TOLERANCE = 0.05;

  private static final int KERNEL = 3;
  private static final int LEAST_PERCENT = 20;
  private static final int MOST_PERCENT = 300;
  private static final double PERCENT = 100;
  private static final List<Double> STEM_FACTORS =
      List.of(0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0);

  /** A maker. */
  public MobileNetV2Twin() {}

  @Override
  public String name() {
    return "mobile-net-v2";
  }

  @Override
  public ImageLayout like(ImageLayout found) {
    Candidate plain = nearest(found, 1);
    return plain.miss() <= 1
        ? plain.layout()
        : closest(STEM_FACTORS.stream().map(stem -> nearest(found, stem))).layout();
  }

  /** A network of the twin's kind, and how far it is from the other network. */
  private record Candidate(ImageLayout layout, double miss) {}

  private static Candidate nearest(ImageLayout found, double stem) {
    return closest(
        IntStream.rangeClosed(LEAST_PERCENT, MOST_PERCENT)
            .mapToObj(percent -> nearestHead(found, percent / PERCENT, stem))
            .map(layout -> new Candidate(layout, miss(found, layout))));
  }

  private static Candidate closest(Stream<Candidate> twins) {
    return twins.min(Comparator.comparingDouble(Candidate::miss)).orElseThrow();
  }

  /**
   * Parameters rise by the same number with every channel of the head: its kernel, a gain, a shift
   * and a weight for each class.
   */
  private static ImageLayout nearestHead(ImageLayout found, double factor, double stem) {
    ImageLayout narrow = layout(found, factor, stem, 1);
    long step = narrow.space().leaving() + 2L + narrow.space().classes();
    long width = 1 + Math.round((double) (found.parameters() - narrow.parameters()) / step);
    return layout(found, factor, stem, (int) Math.max(1, Math.min(width, 1 << 14)));
  }

  private static double miss(ImageLayout found, ImageLayout twin) {
    double parameters = Math.abs((double) twin.parameters() / found.parameters() - 1);
    double flops = Math.abs((double) twin.forwardFlops() / found.forwardFlops() - 1);
    return Math.max(parameters / PARAMETER_TOLERANCE, flops / FLOPS_TOLERANCE);
  }

  private static ImageLayout layout(ImageLayout found, double factor, double stem, int headWidth) {
    MobileSettings space = found.space();
    int expansion = space.widestExpansion();
    List<MobileSettings.Stage> stages =
        space.stages().stream()
            .map(
                stage ->
                    new MobileSettings.Stage(
                        stage.layers(), scaled(stage.width(), factor), stage.stride()))
            .toList();
    MobileSettings own =
        new MobileSettings(
            space.side(),
            space.channels(),
            space.classes(),
            scaled(space.stemWidth(), stem),
            space.stemStride(),
            space.firstWidth() == 0 ? 0 : scaled(space.firstWidth(), stem),
            stages,
            List.of(KERNEL, KERNEL + 2),
            List.of(expansion),
            false,
            headWidth,
            space.normalisation(),
            List.of(),
            space.activation());
    int layers = own.space().layers();
    return new ImageLayout(
        own, String.join(".", Collections.nCopies(layers, "k" + KERNEL + "e" + expansion)));
  }

  private static int scaled(int width, double factor) {
    return (int) Math.max(1, Math.round(width * factor));
  }
}
