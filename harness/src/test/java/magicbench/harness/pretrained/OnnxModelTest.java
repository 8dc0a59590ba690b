package magicbench.harness.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;

class OnnxModelTest {

  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private static byte[] array(String name, int type, float[] values, int... sizes)
      throws IOException {
    ByteBuffer raw =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return TinyBundle.message(
        out -> {
          for (int size : sizes) {
            out.writeInt64(1, size);
          }
          out.writeInt32(2, type);
          out.writeString(8, name);
          out.writeByteArray(9, raw.array());
        });
  }

  private static byte[] product(String name, String left, String right) throws IOException {
    return TinyBundle.message(
        out -> {
          out.writeString(1, left);
          out.writeString(1, right);
          out.writeString(2, name + "_output");
          out.writeString(3, name);
          out.writeString(4, "MatMul");
        });
  }

  private static byte[] model() throws IOException {
    byte[] graph =
        TinyBundle.message(
            out -> {
              out.writeByteArray(
                  1, product("/encoder/layer.0/output/dense/MatMul", "x", "onnx::MatMul_7"));
              out.writeByteArray(1, product("/encoder/scores/MatMul", "queries", "keys"));
              out.writeString(2, "graph");
              out.writeByteArray(
                  5, array("onnx::MatMul_7", FLOAT, new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
              out.writeByteArray(
                  5, array("encoder.layer.0.output.dense.bias", FLOAT, new float[] {9, 8, 7}, 3));
              out.writeByteArray(5, array("positions", INT64, new float[2], 1));
            });
    return TinyBundle.message(
        out -> {
          out.writeInt64(1, 7);
          out.writeBytes(7, ByteString.copyFrom(graph));
        });
  }

  private static OnnxModel read(byte[] bytes) {
    return OnnxModel.read(new ByteArrayInputStream(bytes), "tiny.onnx");
  }

  @Test
  void reads_arrays_of_single_precision_and_whose_they_are() throws IOException {
    OnnxModel model = read(model());

    assertThat(model.arrays())
        .containsOnlyKeys("encoder.layer.0.output.dense.bias", "onnx::MatMul_7");
    assertThat(model.products())
        .containsEntry("/encoder/layer.0/output/dense/MatMul", "onnx::MatMul_7");
  }

  @Test
  void gives_a_nameless_matrix_the_name_of_its_product_and_turns_it() throws IOException {
    PublishedTensors tensors = PublishedNames.ofOnnx(read(model()), "tiny.onnx");

    PublishedTensor matrix = tensors.get("encoder.layer.0.output.dense.weight");
    assertThat(matrix.shape()).containsExactly(3, 2);
    assertThat(matrix.values(6)).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(tensors.get("encoder.layer.0.output.dense.bias").values(3)).containsExactly(9, 8, 7);
  }

  @Test
  void refuses_a_size_beyond_all_bounds() throws IOException {
    byte[] array =
        TinyBundle.message(
            out -> {
              out.writeInt64(1, 1L << 40);
              out.writeInt32(2, FLOAT);
              out.writeString(8, "large");
            });
    byte[] graph = TinyBundle.message(out -> out.writeByteArray(5, array));
    byte[] model = TinyBundle.message(out -> out.writeByteArray(7, graph));

    assertThatThrownBy(() -> read(model))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tiny.onnx: is no model");
  }

  @Test
  void refuses_a_model_that_ends_early() throws IOException {
    byte[] whole = model();

    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 9)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tiny.onnx")
        .hasMessageContaining("is no model");
  }
}
