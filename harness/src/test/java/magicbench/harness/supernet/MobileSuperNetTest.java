package magicbench.harness.supernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.MobileSpace;
import magicbench.harness.training.ImageBatch;
import magicbench.harness.training.TinyImages;
import magicbench.harness.training.TinyTask;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MobileSuperNetTest {

  private static final double TOLERANCE = 1e-5;
  private static final Architecture PATH = Architecture.parse("k3e2.skip.k5e3.k3e3");

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final UniformRandomProvider random = TinyTask.SEEDS.random("directions");

  @AfterEach
  void free() {
    manager.close();
  }

  private MobileSuperNet net(String normalisation, DataType type) {
    MobileSpace space = TinyImages.space(normalisation).space();
    return new MobileSuperNet(space, TinyImages.SEEDS, manager, type);
  }

  private MobileSuperNet listed(String normalisation, DataType type) {
    MobileSpace space = TinyImages.listed(normalisation).space();
    return new MobileSuperNet(space, TinyImages.SEEDS, manager, type);
  }

  @ParameterizedTest
  @CsvSource({
    "batch, k3e2.k5e3.k5e2.k3e3",
    "batch, k3e2.skip.k5e3.skip",
    "group, k3e3.k5e2.k5e3.k3e2"
  })
  void agrees_with_finite_differences(String normalisation, String path) {
    try (MobileSuperNet net = net(normalisation, DataType.FLOAT64)) {
      requireSlopes(net, Architecture.parse(path));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch", "group"})
  void agrees_with_finite_differences_where_a_layer_is_a_projection(String normalisation) {
    try (MobileSuperNet net = listed(normalisation, DataType.FLOAT64)) {
      requireSlopes(net, Architecture.parse("project.k3e2.project.skip"));
    }
  }

  private void requireSlopes(MobileSuperNet net, Architecture child) {
    backward(net, child);
    for (Weight weight : net.parametersOf(child)) {
      double[] direction = random.doubles(weight.array().size(), -1, 1).toArray();
      double gradient = Slopes.ofGradient(weight, direction);
      double slope = Slopes.measured(net, weight.array(), direction, () -> loss(net, child));
      assertThat(gradient)
          .as(weight.name())
          .isCloseTo(slope, within(TOLERANCE * Math.max(1e-2, Math.abs(slope))));
    }
  }

  private static BatchArrays arrays(MobileSuperNet net, ImageBatch batch, NDManager scope) {
    ImageArrays made = (ImageArrays) batch.arrays(scope);
    DataType type = net.weights().get("head/classes.bias").array().getDataType();
    return new ImageArrays(
        made.pixels().toType(type, false),
        made.targets().toType(type, false),
        made.kept(),
        made.calibration());
  }

  private static void backward(MobileSuperNet net, Architecture child) {
    try (NDManager scope = net.newScope();
        GradientCollector collector = scope.getEngine().newGradientCollector()) {
      collector.backward(net.loss(child, arrays(net, TinyImages.batch(0, 6, 0), scope)));
    }
  }

  private static double loss(MobileSuperNet net, Architecture child) {
    try (NDManager scope = net.newScope()) {
      return net.loss(child, arrays(net, TinyImages.batch(0, 6, 0), scope)).toDoubleArray()[0];
    }
  }

  @Test
  void holds_as_many_parameters_as_the_space_counts() {
    try (MobileSuperNet net = net("batch", DataType.FLOAT32)) {
      long all = net.weights().values().stream().mapToLong(each -> each.array().size()).sum();
      long path = net.parametersOf(PATH).stream().mapToLong(each -> each.array().size()).sum();
      assertThat(all).isEqualTo(net.size().superNetParameters());
      assertThat(path).isEqualTo(net.size().parameters(PATH));
    }
  }

  @Test
  void holds_as_many_parameters_as_the_space_counts_where_layers_are_projections() {
    try (MobileSuperNet net = listed("batch", DataType.FLOAT32)) {
      long all = net.weights().values().stream().mapToLong(each -> each.array().size()).sum();
      assertThat(all).isEqualTo(net.size().superNetParameters());
    }
  }

  @Test
  void projects_to_as_many_pixels_and_channels_as_the_layer_leaves() {
    try (MobileSuperNet net = listed("batch", DataType.FLOAT32);
        NDManager scope = net.newScope()) {
      BatchArrays batch = TinyImages.batch(0, 4, 0).arrays(scope);
      NDArray wide = net.layer(0, "project", net.embed(batch), batch);
      assertThat(net.layer(2, "project", wide, batch).getShape()).isEqualTo(new Shape(4, 2, 2, 6));
    }
  }

  @Test
  void gives_a_layer_that_is_left_out_no_weights_and_its_input_as_output() {
    try (MobileSuperNet net = net("batch", DataType.FLOAT32);
        NDManager scope = net.newScope()) {
      BatchArrays batch = TinyImages.batch(0, 4, 0).arrays(scope);
      NDArray stream = net.embed(batch);
      assertThat(net.parametersOf(1, "skip")).isEmpty();
      assertThat(net.layer(1, "skip", stream, batch)).isSameAs(stream);
    }
  }

  @Test
  void traces_as_it_scores() {
    try (MobileSuperNet net = net("batch", DataType.FLOAT32);
        NDManager scope = net.newScope()) {
      BatchArrays batch = TinyImages.batch(0, 4, 2).arrays(scope);
      float traced = net.trace(PATH, batch).loss().getFloat();
      float scored = net.crossEntropy(net.logits(PATH, batch), batch).getFloat();
      assertThat(traced).isEqualTo(scored);
    }
  }

  @Test
  void says_the_same_of_an_image_whatever_stands_beside_it_once_recalibrated() {
    try (MobileSuperNet net = net("batch", DataType.FLOAT32);
        NDManager scope = net.newScope()) {
      ImageBatch batch = TinyImages.batch(0, 4, 8);
      float[] together = net.logits(PATH, batch.arrays(scope)).toFloatArray();
      float[] alone = net.logits(PATH, first(batch).arrays(scope)).toFloatArray();
      for (int index = 0; index < alone.length; index++) {
        assertThat(alone[index]).isCloseTo(together[index], within(1e-5f));
      }
    }
  }

  private static ImageBatch first(ImageBatch batch) {
    int pixels = (batch.calibration() + 1) * batch.form().size();
    return new ImageBatch(
        batch.form(),
        Arrays.copyOf(batch.pixels(), pixels),
        Arrays.copyOf(batch.targets(), batch.form().classes()),
        new float[0],
        batch.calibration());
  }

  @Test
  void normalises_by_the_batch_itself_where_nothing_recalibrates() {
    try (MobileSuperNet net = net("batch", DataType.FLOAT32);
        NDManager scope = net.newScope()) {
      ImageBatch batch = TinyImages.batch(0, 4, 0);
      float together = net.logits(PATH, batch.arrays(scope)).toFloatArray()[0];
      float alone = net.logits(PATH, first(batch).arrays(scope)).toFloatArray()[0];
      assertThat(alone).isNotCloseTo(together, within(1e-3f));
    }
  }

  @Test
  void needs_no_recalibration_with_group_normalisation() {
    try (MobileSuperNet net = net("group", DataType.FLOAT32);
        NDManager scope = net.newScope()) {
      ImageBatch batch = TinyImages.batch(0, 4, 0);
      float together = net.logits(PATH, batch.arrays(scope)).toFloatArray()[0];
      float alone = net.logits(PATH, first(batch).arrays(scope)).toFloatArray()[0];
      assertThat(alone).isCloseTo(together, within(1e-5f));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch", "group"})
  void leaves_nothing_in_its_own_manager_after_a_pass(String normalisation) {
    try (MobileSuperNet net = net(normalisation, DataType.FLOAT32)) {
      int before = held(manager);
      try (NDManager scope = net.newScope()) {
        net.trace(PATH, TinyImages.batch(0, 4, 2).arrays(scope));
      }
      assertThat(held(manager)).isEqualTo(before);
    }
  }

  private static int held(NDManager manager) {
    return manager.getManagedArrays().size();
  }

  @Test
  void refuses_a_batch_of_text() {
    try (MobileSuperNet net = net("batch", DataType.FLOAT32);
        NDManager scope = net.newScope()) {
      BatchArrays text = TinyTask.batch(0).arrays(scope);
      assertThatThrownBy(() -> net.embed(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("TokenArrays given to a network of images");
    }
  }

  @Test
  void names_its_weights_so_that_they_sort_by_layer() {
    try (MobileSuperNet net = net("batch", DataType.FLOAT32)) {
      List<String> names = net.parametersOf(PATH).stream().map(Weight::name).toList();
      assertThat(names)
          .startsWith("stem/conv.gain", "stem/conv.shift", "stem/conv.weight")
          .contains("first/project.weight", "head/classes.bias", "layer00/k3e2/expand.weight")
          .endsWith("layer03/k3e3/project.weight");
    }
  }
}
