package magicbench.harness.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import magicbench.harness.data.Archive;
import magicbench.harness.data.DataFiles;
import magicbench.harness.data.TextEncoder;
import org.junit.jupiter.api.Test;

/** The published files themselves, read by our code and run by our network. */
class PublishedModelsTest {

  private static final String ONNX = "all-minilm-l6-v2.onnx";
  private static final long MAX_BYTES = 1L << 28;
  private static final List<String> SENTENCES =
      List.of(
          "The capital of France is Paris.",
          "Weight sharing makes child models of a super-net interfere with each other.",
          "No.",
          "A cat sat on the mat, and the dog, who had seen it all before, looked away.");

  private final DataFiles files = DataFiles.fromSystemProperties();

  @Test
  void bert_base_fills_in_what_it_is_known_to_fill_in() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu());
        PublishedEncoder bert =
            PublishedEncoder.load(PublishedModel.BERT_BASE, 32, files, manager)) {
      PublishedEncoder.Guess first = bert.guesses("The capital of France is [MASK].", 1).get(0);
      assertThat(first.piece()).isEqualTo("paris");
      assertThat(first.probability()).isCloseTo(0.417, within(0.001));
    }
  }

  @Test
  void a_text_longer_than_the_network_is_refused() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu());
        PublishedEncoder bert =
            PublishedEncoder.load(PublishedModel.BERT_BASE, 8, files, manager)) {
      assertThatThrownBy(() -> bert.guesses("The capital of France is [MASK].", 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a sequence of 9 places; the network has 8");
    }
  }

  @Test
  void minilm_s_sentence_vectors_are_those_of_onnx_runtime() throws OrtException {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu());
        PublishedEncoder ours =
            PublishedEncoder.load(PublishedModel.MINILM_L6, 64, files, manager)) {
      List<float[]> vectors = ours.vectors(SENTENCES);
      for (int row = 0; row < SENTENCES.size(); row++) {
        float[] theirs = vectorOfOnnxRuntime(SENTENCES.get(row));
        for (int place = 0; place < theirs.length; place++) {
          assertThat(vectors.get(row)[place]).isCloseTo(theirs[place], within(1e-4f));
        }
      }
    }
  }

  private float[] vectorOfOnnxRuntime(String sentence) throws OrtException {
    Path jar = files.resolve(PublishedModel.MINILM_L6.dataSet());
    byte[] model = new Archive(jar).read(ONNX, MAX_BYTES, in -> in.readAllBytes());
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (TextEncoder texts = TextEncoder.ofBert(files);
        OrtSession session = environment.createSession(model, new OrtSession.SessionOptions())) {
      int[] pieces = texts.encode(List.of(sentence), List.of(), 64).get(0);
      long[][] ids = {IntStream.of(pieces).asLongStream().toArray()};
      long[][] filled = {IntStream.of(pieces).mapToLong(piece -> 1).toArray()};
      try (OnnxTensor tokens = OnnxTensor.createTensor(environment, ids);
          OnnxTensor mask = OnnxTensor.createTensor(environment, filled);
          OnnxTensor types = OnnxTensor.createTensor(environment, new long[1][pieces.length]);
          OrtSession.Result result =
              session.run(
                  Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
        return unit(mean(((float[][][]) result.get(0).getValue())[0]));
      }
    }
  }

  private static float[] mean(float[][] places) {
    float[] mean = new float[places[0].length];
    for (float[] place : places) {
      for (int h = 0; h < mean.length; h++) {
        mean[h] += place[h] / places.length;
      }
    }
    return mean;
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    for (int h = 0; h < vector.length; h++) {
      vector[h] /= (float) Math.sqrt(square);
    }
    return vector;
  }
}
