package magicbench.harness.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import magicbench.harness.operator.Padding;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PublishedWeightsTest {

  private static final int VOCABULARY = 7;
  private static final int POSITIONS = 9;
  private static final int SEQUENCE = 5;
  private static final int HIDDEN = 4;
  private static final int HEADS = 2;
  private static final int INNER = 6;
  private static final int BLOCKS = 2;
  private static final int[] IDS = {3, 0, 6, 6, 1};
  private static final Architecture CHILD = Architecture.parse("mha.ffn.mha.ffn");

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());
  private final UniformRandomProvider random = new Seeds(5).random("published");
  private final Map<String, PublishedTensor> arrays = new TreeMap<>();

  @AfterEach
  void free() {
    manager.close();
  }

  private void array(String name, Integer... sizes) {
    int size = Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
    float[] values = new float[size];
    IntStream.range(0, size).forEach(i -> values[i] = random.nextFloat() * 2 - 1);
    arrays.put(name, new PublishedTensor("tiny " + name, List.of(sizes), values));
  }

  private void linear(String name, int outputs, int inputs) {
    array(name + ".weight", outputs, inputs);
    array(name + ".bias", outputs);
  }

  private void norm(String name) {
    array(name + ".weight", HIDDEN);
    array(name + ".bias", HIDDEN);
  }

  private PublishedTensors tensors() {
    array("embeddings.word_embeddings.weight", VOCABULARY, HIDDEN);
    array("embeddings.position_embeddings.weight", POSITIONS, HIDDEN);
    array("embeddings.token_type_embeddings.weight", 2, HIDDEN);
    norm("embeddings.LayerNorm");
    for (int block = 0; block < BLOCKS; block++) {
      String name = "encoder.layer." + block + ".";
      for (String part : List.of("query", "key", "value")) {
        linear(name + "attention.self." + part, HIDDEN, HIDDEN);
      }
      linear(name + "attention.output.dense", HIDDEN, HIDDEN);
      norm(name + "attention.output.LayerNorm");
      linear(name + "intermediate.dense", INNER, HIDDEN);
      linear(name + "output.dense", HIDDEN, INNER);
      norm(name + "output.LayerNorm");
    }
    linear("cls.predictions.transform.dense", HIDDEN, HIDDEN);
    norm("cls.predictions.transform.LayerNorm");
    array("cls.predictions.output_bias", VOCABULARY);
    return new PublishedTensors("tiny", arrays);
  }

  private ChainSuperNet net(int sequence) {
    SpaceSettings space =
        new SpaceSettings(2 * BLOCKS, List.of("mha", "ffn"), HIDDEN, HEADS, INNER, 0, "bert");
    return new ChainSuperNet(
        new NetworkSize(space.space(), VOCABULARY, sequence), new Seeds(1), manager);
  }

  @Test
  void gives_what_bert_s_equations_give() {
    PublishedTensors tensors = tensors();
    double[][] expected =
        new PlainBert(tensors, HIDDEN, HEADS, INNER, BLOCKS).scores(IDS, VOCABULARY);
    try (ChainSuperNet net = net(SEQUENCE);
        NDManager scope = net.newScope()) {
      new PublishedWeights(tensors, net).fill(true);
      NDArray ids =
          scope.create(Arrays.stream(IDS).asLongStream().toArray(), new Shape(1, SEQUENCE));
      NDArray stream = net.encode(CHILD, ids, Padding.NONE);
      float[] found = net.score(stream, scope.create(new long[] {0, 1, 2, 3, 4})).toFloatArray();
      for (int place = 0; place < SEQUENCE; place++) {
        for (int token = 0; token < VOCABULARY; token++) {
          assertThat((double) found[place * VOCABULARY + token])
              .isCloseTo(expected[place][token], within(1e-4));
        }
      }
    }
  }

  @Test
  void leaves_the_head_alone_where_none_was_published() {
    PublishedTensors tensors = tensors();
    try (ChainSuperNet net = net(SEQUENCE)) {
      float[] before = net.weights().get("head/transform.weight").array().toFloatArray();
      new PublishedWeights(tensors, net).fill(false);
      assertThat(net.weights().get("head/transform.weight").array().toFloatArray())
          .isEqualTo(before);
    }
  }

  @Test
  void refuses_more_places_than_were_published() {
    PublishedTensors tensors = tensors();
    try (ChainSuperNet net = net(POSITIONS + 1)) {
      assertThatThrownBy(() -> new PublishedWeights(tensors, net).fill(true))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("position_embeddings")
          .hasMessageContaining("not 10 rows");
    }
  }

  @Test
  void counts_bert_base_s_parameters_as_published_but_for_pooler_and_second_type() {
    long published = 110_104_890;
    long pooler = 768 * 768 + 768;
    long types = 2 * 768;

    long ours =
        PublishedModel.BERT_BASE
            .layout()
            .size(PublishedModel.VOCABULARY, PublishedModel.POSITIONS)
            .parameters(PublishedModel.BERT_BASE.layout().child());

    assertThat(ours).isEqualTo(published - pooler - types);
  }

  @Test
  void refuses_a_model_that_nobody_knows() {
    assertThatThrownBy(() -> PublishedModel.of("bert-huge"))
        .hasMessage("model is bert-huge, none of [bert-base, minilm-l6]");
  }
}
