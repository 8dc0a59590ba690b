package magicbench.baselines.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.ImageLayout;
import magicbench.harness.space.MobileSettings;
import magicbench.harness.space.MobileSettings.Stage;
import magicbench.harness.twin.ImageTwinMaker;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MobileNetV2TwinTest {

  /** What a laptop trains: pictures of 32 × 32. */
  private static final MobileSettings SMALL =
      space(32, 3, 10, 16, 1, 0, List.of(new Stage(3, 24, 2), new Stage(4, 40, 2)), 128);

  /** The same on grey pictures of 28 × 28, with a fixed block behind the stem. */
  private static final MobileSettings GREY =
      space(
          28,
          1,
          10,
          16,
          2,
          8,
          List.of(new Stage(2, 12, 1), new Stage(3, 24, 2), new Stage(3, 40, 2)),
          96);

  /** ProxylessNAS's space, on the pictures of ImageNet. */
  private static final MobileSettings LARGE =
      space(
          224,
          3,
          1000,
          32,
          2,
          16,
          List.of(
              new Stage(4, 24, 2),
              new Stage(4, 40, 2),
              new Stage(4, 80, 2),
              new Stage(4, 96, 1),
              new Stage(4, 192, 2),
              new Stage(1, 320, 1)),
          1280);

  private static MobileSettings space(
      int side,
      int channels,
      int classes,
      int stemWidth,
      int stemStride,
      int firstWidth,
      List<Stage> stages,
      int headWidth) {
    return new MobileSettings(
        side,
        channels,
        classes,
        stemWidth,
        stemStride,
        firstWidth,
        stages,
        List.of(3, 5, 7),
        List.of(3, 6),
        true,
        headWidth,
        "batch",
        List.of(),
        "relu");
  }

  private static final List<Pair> PAIRS =
      Stream.of(SMALL, GREY, LARGE)
          .flatMap(MobileNetV2TwinTest::found)
          .map(found -> new Pair(found, twinOf(found)))
          .toList();

  private record Pair(ImageLayout found, ImageLayout twin) {}

  static List<Pair> pairs() {
    return PAIRS;
  }

  /** Drawn child models, and the smallest and the largest without a layer left out. */
  private static Stream<ImageLayout> found(MobileSettings space) {
    return Stream.concat(
        IntStream.range(0, 8)
            .mapToObj(number -> space.space().draw(new Seeds(3).randomAt("found", number)))
            .map(child -> new ImageLayout(space, child.toString())),
        Stream.of("k3e3", "k7e6").map(name -> all(space, name)));
  }

  private static ImageLayout all(MobileSettings space, String operator) {
    int layers = space.space().layers();
    return new ImageLayout(
        space,
        new Architecture(IntStream.range(0, layers).mapToObj(layer -> operator).toList())
            .toString());
  }

  private static ImageLayout twinOf(ImageLayout found) {
    return new MobileNetV2Twin().like(found);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void parameters_are_equal_but_for_a_fiftieth_and_flops_but_for_a_twentieth(Pair pair) {
    ImageLayout twin = pair.twin();

    assertThat((double) twin.parameters() / pair.found().parameters())
        .isCloseTo(1, within(MobileNetV2Twin.PARAMETER_TOLERANCE));
    assertThat((double) twin.forwardFlops() / pair.found().forwardFlops())
        .isCloseTo(1, within(MobileNetV2Twin.FLOPS_TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void every_layer_has_kernel_3_and_the_same_expansion(Pair pair) {
    assertThat(pair.twin().child().operators())
        .hasSize(pair.found().space().space().layers())
        .containsOnly("k3e6");
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void it_is_for_pictures_of_the_same_measures_and_classes(Pair pair) {
    MobileSettings twin = pair.twin().space();
    MobileSettings found = pair.found().space();

    assertThat(twin.side()).isEqualTo(found.side());
    assertThat(twin.channels()).isEqualTo(found.channels());
    assertThat(twin.classes()).isEqualTo(found.classes());
    assertThat(twin.normalisation()).isEqualTo(found.normalisation());
    assertThat(twin.active()).isEqualTo(found.active());
  }

  @Test
  void stages_keep_their_layers_and_strides() {
    MobileSettings twin = twinOf(all(LARGE, "k5e3")).space();

    assertThat(twin.stages()).extracting(Stage::layers).containsExactly(4, 4, 4, 4, 4, 1);
    assertThat(twin.stages()).extracting(Stage::stride).containsExactly(2, 2, 2, 1, 2, 1);
    assertThat(twin.stemWidth()).isEqualTo(LARGE.stemWidth());
    assertThat(twin.firstWidth()).isEqualTo(LARGE.firstWidth());
  }

  @Test
  void one_factor_scales_all_widths() {
    List<Integer> widths =
        twinOf(all(LARGE, "k3e3")).space().stages().stream().map(Stage::width).toList();

    double factor = widths.get(5) / 320.0;
    for (int stage = 0; stage < 6; stage++) {
      double width = LARGE.stages().get(stage).width() * factor;
      assertThat((double) widths.get(stage)).isCloseTo(width, within(1.0));
    }
  }

  @Test
  void a_network_of_mobile_net_v2s_own_layout_is_its_own_twin() {
    ImageLayout found = all(LARGE, "k3e6");

    ImageLayout twin = twinOf(found);

    assertThat(twin.space().stages()).isEqualTo(LARGE.stages());
    assertThat(twin.space().headWidth()).isEqualTo(LARGE.headWidth());
    assertThat(twin.parameters()).isEqualTo(found.parameters());
  }

  @Test
  void the_same_network_has_the_same_twin() {
    ImageLayout found = all(SMALL, "k5e3");

    assertThat(twinOf(found)).isEqualTo(twinOf(found));
  }

  @Test
  void a_larger_network_has_a_larger_twin() {
    assertThat(twinOf(all(LARGE, "k7e6")).parameters())
        .isGreaterThan(twinOf(all(LARGE, "k3e3")).parameters());
  }

  @Test
  void it_is_found_by_its_name() {
    assertThat(ServiceLoader.load(ImageTwinMaker.class))
        .extracting(ImageTwinMaker::name)
        .contains("mobile-net-v2");
  }
}
