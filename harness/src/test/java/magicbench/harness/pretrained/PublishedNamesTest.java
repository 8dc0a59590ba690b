package magicbench.harness.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedNamesTest {

  private static PublishedTensor matrix() {
    return new PublishedTensor("t", List.of(1, 2), new float[] {3, 4});
  }

  private static PublishedTensors named(String name) {
    return PublishedNames.ofTensorFlow(new TreeMap<>(Map.of(name, matrix())), "tiny.jar");
  }

  @ParameterizedTest
  @CsvSource({
    "module/bert/embeddings/word_embeddings, embeddings.word_embeddings.weight",
    "module/bert/embeddings/LayerNorm/gamma, embeddings.LayerNorm.weight",
    "module/bert/embeddings/LayerNorm/beta, embeddings.LayerNorm.bias",
    "module/bert/encoder/layer_11/attention/self/query/kernel,"
        + " encoder.layer.11.attention.self.query.weight",
    "module/bert/encoder/layer_0/output/dense/bias, encoder.layer.0.output.dense.bias",
    "module/cls/predictions/transform/dense/kernel, cls.predictions.transform.dense.weight",
    "module/cls/predictions/output_bias, cls.predictions.output_bias"
  })
  void spells_tensor_flow_s_names_as_later_releases_do(String theirs, String canonical) {
    assertThat(named(theirs).all()).containsOnlyKeys(canonical);
  }

  @Test
  void turns_the_matrix_of_a_linear_map_but_not_a_table() {
    assertThat(named("module/dense/kernel").get("dense.weight").shape()).containsExactly(2, 1);
    assertThat(named("module/word_embeddings").get("word_embeddings.weight").shape())
        .containsExactly(1, 2);
  }

  @Test
  void says_which_array_a_file_lacks() {
    assertThatThrownBy(() -> named("module/dense/kernel").get("pooler.dense.weight"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tiny.jar: has no array pooler.dense.weight");
  }

  @Test
  void refuses_an_array_of_another_size() {
    assertThatThrownBy(() -> matrix().values(3)).hasMessageContaining("has 2 values, not 3");
  }
}
