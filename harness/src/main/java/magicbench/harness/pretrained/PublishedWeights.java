package magicbench.harness.pretrained;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.Weight;

/**
 * Fills a network of BERT's form with a published one's arrays.
 *
 * <p>Our network knows no token types. Every place gets type 0, which is added to the position
 * table: what a single text is given. The second type, the pooler and what belongs to other tasks
 * are left out.
 */
final class PublishedWeights {

  private static final String POSITIONS = "embeddings.position_embeddings.weight";
  private static final String TYPES = "embeddings.token_type_embeddings.weight";
  private static final String HEAD = "cls.predictions.";
  private static final String HEAD_NORM = HEAD + "transform.LayerNorm.";
  private static final String HEAD_MAP = HEAD + "transform.dense.";

  private final PublishedTensors tensors;
  private final ChainSuperNet net;

  /**
   * What to fill from what.
   *
   * @param tensors the published arrays
   * @param net a network of BERT's form that offers attention and feed-forward layers
   */
  PublishedWeights(PublishedTensors tensors, ChainSuperNet net) {
    this.tensors = tensors;
    this.net = net;
  }

  /**
   * Fills attention and feed-forward layers in turns, and all that they share.
   *
   * @param head whether a masked-LM head was published; without one, the network's own stays as it
   *     is
   * @throws magicbench.results.file.InputException when an array is missing or of another size
   */
  void fill(boolean head) {
    assign("embedding/token.weight", "embeddings.word_embeddings.weight");
    net.assign("embedding/position.weight", positions());
    assignNorm("embedding/norm", "embeddings.LayerNorm.");
    for (int layer = 0; layer < net.size().space().layers(); layer += 2) {
      String block = "encoder.layer." + layer / 2 + ".";
      net.parametersOf(layer, "mha").forEach(weight -> attention(weight, block));
      net.parametersOf(layer + 1, "ffn").forEach(weight -> feedForward(weight, block));
    }
    if (head) {
      head();
    }
  }

  private void head() {
    assign("head/transform.weight", HEAD_MAP + "weight");
    assign("head/transform.bias", HEAD_MAP + "bias");
    assignNorm("head/norm", HEAD_NORM);
    assign("head/bias", HEAD + "output_bias");
  }

  private void attention(Weight weight, String block) {
    String self = block + "attention.self.";
    String out = block + "attention.output.";
    switch (local(weight)) {
      case "qkv.weight" -> assignJoined(weight, self, ".weight");
      case "qkv.bias" -> assignJoined(weight, self, ".bias");
      default -> assign(weight.name(), out + counterpart(weight, "dense."));
    }
  }

  private void feedForward(Weight weight, String block) {
    boolean in = local(weight).startsWith("in.");
    String dense = in ? block + "intermediate.dense." : block + "output.dense.";
    assign(
        weight.name(),
        local(weight).startsWith("norm.")
            ? block + "output." + counterpart(weight, "")
            : dense + counterpart(weight, ""));
  }

  /** The last part of an array's name: of a linear map (behind a prefix) or of a LayerNorm. */
  private static String counterpart(Weight weight, String prefix) {
    return switch (local(weight)) {
      case "norm.gain" -> "LayerNorm.weight";
      case "norm.shift" -> "LayerNorm.bias";
      case "in.weight", "out.weight" -> prefix + "weight";
      case "in.bias", "out.bias" -> prefix + "bias";
      default -> throw new IllegalStateException("no published array for " + weight.name());
    };
  }

  private static String local(Weight weight) {
    return weight.name().substring(weight.name().lastIndexOf('/') + 1);
  }

  private void assignNorm(String ours, String theirs) {
    assign(ours + ".gain", theirs + "weight");
    assign(ours + ".shift", theirs + "bias");
  }

  private void assign(String ours, String theirs) {
    net.assign(ours, tensors.get(theirs).values(net.weights().get(ours).array().size()));
  }

  /** Queries, keys and values, one behind the other. */
  private void assignJoined(Weight weight, String self, String ending) {
    long each = weight.array().size() / 3;
    List<float[]> parts =
        Stream.of("query", "key", "value")
            .map(name -> tensors.get(self + name + ending).values(each))
            .toList();
    float[] joined = new float[Math.toIntExact(3 * each)];
    IntStream.range(0, parts.size())
        .forEach(
            part ->
                System.arraycopy(
                    parts.get(part),
                    0,
                    joined,
                    part * parts.get(part).length,
                    parts.get(part).length));
    net.assign(weight.name(), joined);
  }

  private float[] positions() {
    int hidden = net.size().space().hidden();
    float[] type = tensors.get(TYPES).firstRows(1).values(hidden);
    float[] table =
        tensors
            .get(POSITIONS)
            .firstRows(net.size().sequence())
            .values((long) net.size().sequence() * hidden)
            .clone();
    for (int place = 0; place < table.length; place++) {
      table[place] += type[place % hidden];
    }
    return table;
  }
}
