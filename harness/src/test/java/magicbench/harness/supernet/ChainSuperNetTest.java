package magicbench.harness.supernet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import magicbench.harness.operator.Padding;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.training.TinyTask;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChainSuperNetTest {

  private static final Architecture CHILD = Architecture.parse("mha.id.sep3");

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final ChainSuperNet net = new ChainSuperNet(TinyTask.size(), TinyTask.SEEDS, manager);

  @AfterEach
  void free() {
    manager.close();
  }

  private static long size(Iterable<Weight> weights) {
    long size = 0;
    for (Weight weight : weights) {
      size += weight.array().size();
    }
    return size;
  }

  @Test
  void names_its_weights_as_the_golden_list_says() throws IOException {
    NetworkSize size = TinyTask.size(2, List.of("ffn", "mha", "sep3", "id"));
    try (ChainSuperNet small = new ChainSuperNet(size, TinyTask.SEEDS, manager)) {
      List<String> lines =
          small.weights().values().stream()
              .map(weight -> weight.name() + " " + weight.array().getShape())
              .toList();
      assertThat(String.join("\n", lines) + "\n").isEqualTo(golden("weight-names.txt"));
    }
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = ChainSuperNetTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void holds_as_many_parameters_as_the_space_counts() {
    assertThat(size(net.weights().values())).isEqualTo(TinyTask.size().superNetParameters());
  }

  @Test
  void gives_a_child_model_as_many_parameters_as_the_space_counts() {
    assertThat(size(net.parametersOf(CHILD))).isEqualTo(TinyTask.size().parameters(CHILD));
  }

  @Test
  void starts_a_weight_from_its_name_whatever_else_there_is() {
    NetworkSize other = TinyTask.size(5, List.of("id", "sep3", "ffn"));
    try (ChainSuperNet deeper = new ChainSuperNet(other, TinyTask.SEEDS, manager)) {
      String name = "layer02/sep3/out.weight";
      assertThat(deeper.weights().get(name).array().toFloatArray())
          .isEqualTo(net.weights().get(name).array().toFloatArray());
    }
  }

  @Test
  void starts_with_noise_of_the_deviation_that_the_width_asks_for() {
    NetworkSize size = TinyTask.size(40, List.of("mha", "ffn"));
    try (ChainSuperNet deep = new ChainSuperNet(size, TinyTask.SEEDS, manager)) {
      double[] all =
          deep.weights().values().stream()
              .filter(weight -> weight.name().endsWith("qkv.weight"))
              .map(weight -> weight.array().toFloatArray())
              .flatMapToDouble(ChainSuperNetTest::doubles)
              .toArray();
      double expected = 0.02 * Math.sqrt(768 / 8.0);
      assertThat(Math.sqrt(StatUtils.variance(all))).isCloseTo(expected, within(0.03 * expected));
    }
  }

  private static DoubleStream doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]);
  }

  @Test
  void scores_every_token_at_every_masked_place() {
    try (NDManager scope = net.newScope()) {
      NDArray logits = net.logits(CHILD, TinyTask.batch(0).arrays(scope));
      assertThat(logits.getShape()).isEqualTo(new Shape(TinyTask.BATCH * 2L, TinyTask.VOCABULARY));
    }
  }

  @Test
  void gives_the_cross_entropy_of_its_scores_as_loss() {
    try (NDManager scope = net.newScope()) {
      TokenArrays batch = TinyTask.batch(0).arrays(scope);
      float[] logits = net.logits(CHILD, batch).toFloatArray();
      int[] targets = TinyTask.batch(0).targets();
      double expected = 0;
      for (int place = 0; place < targets.length; place++) {
        expected += surprise(logits, place * TinyTask.VOCABULARY, targets[place]) / targets.length;
      }
      assertThat((double) net.loss(CHILD, batch).getFloat()).isCloseTo(expected, within(1e-5));
    }
  }

  private static double surprise(float[] logits, int row, int target) {
    double sum = 0;
    for (int token = 0; token < TinyTask.VOCABULARY; token++) {
      sum += Math.exp(logits[row + token]);
    }
    return Math.log(sum) - logits[row + target];
  }

  @Test
  void leaves_what_it_makes_of_a_stream_to_the_stream_s_manager() {
    try (NDManager scope = net.newScope()) {
      int hidden = net.size().space().hidden();
      TokenArrays batch = TinyTask.batch(0).arrays(scope);
      int before = scope.getManagedArrays().size();

      try (NDManager inner = scope.newSubManager()) {
        NDArray stream = inner.ones(new Shape(TinyTask.BATCH, TinyTask.SEQUENCE, hidden));
        net.loss(stream, batch);
      }

      assertThat(scope.getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void traces_every_layer_and_no_branch_for_the_identity() {
    try (NDManager scope = net.newScope()) {
      Trace trace = net.trace(CHILD, TinyTask.batch(0).arrays(scope));
      assertThat(trace.layers().stream().map(layer -> layer.branch().isPresent()))
          .containsExactly(true, false, true);
      assertThat(trace.layers().get(2).input()).isSameAs(trace.layers().get(1).input());
    }
  }

  @Test
  void encodes_whole_sequences_as_it_traces_them() {
    try (NDManager scope = net.newScope()) {
      TokenArrays batch = TinyTask.batch(0).arrays(scope);
      NDArray encoded = net.encode(CHILD, batch.ids(), Padding.NONE);
      assertThat(encoded.toFloatArray()).isEqualTo(net.trace(CHILD, batch).last().toFloatArray());
    }
  }

  private ChainSuperNet bert() {
    SpaceSettings space = new SpaceSettings(3, List.of("mha", "sep3", "id"), 8, 2, 12, 1, "bert");
    return new ChainSuperNet(
        new NetworkSize(space.space(), TinyTask.VOCABULARY, TinyTask.SEQUENCE),
        TinyTask.SEEDS,
        manager);
  }

  @Test
  void normalises_what_leaves_every_layer_in_bert_s_form() {
    try (ChainSuperNet bert = bert();
        NDManager scope = bert.newScope()) {
      Trace trace = bert.trace(CHILD, TinyTask.batch(0).arrays(scope));
      assertThat(trace.outputs())
          .allSatisfy(
              output -> {
                assertThat(output.mean(new int[] {-1}).abs().max().getFloat()).isLessThan(1e-5f);
                assertThat(output.square().mean(new int[] {-1}).sub(1).abs().max().getFloat())
                    .isLessThan(1e-3f);
              });
    }
  }

  @Test
  void encodes_as_it_traces_in_bert_s_form() {
    try (ChainSuperNet bert = bert();
        NDManager scope = bert.newScope()) {
      TokenArrays batch = TinyTask.batch(0).arrays(scope);
      NDArray encoded = bert.encode(CHILD, batch.ids(), Padding.NONE);
      assertThat(encoded.toFloatArray()).isEqualTo(bert.trace(CHILD, batch).last().toFloatArray());
      assertThat(bert.loss(encoded, batch).getFloat())
          .isEqualTo(bert.loss(CHILD, batch).getFloat());
      assertThat(size(bert.weights().values())).isEqualTo(bert.size().superNetParameters());
    }
  }

  @Test
  void encodes_a_padded_sequence_like_one_that_ends_there() {
    try (NDManager scope = net.newScope()) {
      NDArray ids = TinyTask.batch(0).arrays(scope).ids();
      int[] lengths = {8, 5, 8, 1};
      NDArray padded = net.encode(CHILD, ids, Padding.of(scope, lengths, TinyTask.SEQUENCE));
      for (int row = 0; row < lengths.length; row++) {
        String filled = row + ":" + (row + 1) + ",0:" + lengths[row];
        NDArray cut = net.encode(CHILD, ids.get(filled), Padding.NONE);
        assertThat(padded.get(filled).allClose(cut, 1e-4, 1e-5, false)).as(filled).isTrue();
      }
    }
  }

  @Test
  void refuses_a_child_model_of_another_space() {
    try (NDManager scope = net.newScope()) {
      TokenArrays batch = TinyTask.batch(0).arrays(scope);
      assertThatThrownBy(() -> net.loss(Architecture.parse("mha"), batch))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
