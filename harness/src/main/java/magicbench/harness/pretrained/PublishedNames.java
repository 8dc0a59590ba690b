package magicbench.harness.pretrained;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Brings the names of published files to one spelling, that of BERT's later releases, and the
 * matrices of linear maps to (outputs, inputs).
 */
final class PublishedNames {

  private static final Pattern LAYER = Pattern.compile("layer_(\\d+)");
  private static final String TABLE = "_embeddings";
  private static final String KERNEL = ".kernel";
  private static final String WEIGHT = ".weight";
  private static final String PRODUCT = "/MatMul";

  private PublishedNames() {}

  /**
   * The arrays of a TensorFlow model, whose linear maps are (inputs, outputs).
   *
   * @param arrays arrays by names such as {@code module/bert/encoder/layer_0/output/dense/kernel};
   *     emptied, since two copies of a large network are too much
   * @param where the file's name, for messages
   */
  static PublishedTensors ofTensorFlow(SortedMap<String, PublishedTensor> arrays, String where) {
    Map<String, PublishedTensor> named = new TreeMap<>();
    while (!arrays.isEmpty()) {
      String name = arrays.firstKey();
      PublishedTensor tensor = arrays.remove(name);
      String dotted = dotted(name);
      named.put(spelling(dotted), dotted.endsWith(KERNEL) ? tensor.transposed() : tensor);
    }
    return new PublishedTensors(where, named);
  }

  private static String dotted(String name) {
    String own = name.replaceFirst("^module/", "").replaceFirst("^bert/", "");
    return LAYER.matcher(own.replace('/', '.')).replaceAll("layer.$1");
  }

  private static String spelling(String dotted) {
    if (dotted.endsWith(TABLE)) {
      return dotted + WEIGHT;
    }
    return dotted.replaceFirst("\\.(kernel|gamma)$", WEIGHT).replaceFirst("\\.beta$", ".bias");
  }

  /**
   * The arrays of an ONNX model: its file names biases and tables, and its products tell whose the
   * nameless matrices are, which are (inputs, outputs).
   *
   * @param model the model
   * @param where the file's name, for messages
   */
  static PublishedTensors ofOnnx(OnnxModel model, String where) {
    Map<String, PublishedTensor> named = new TreeMap<>(model.arrays());
    model
        .products()
        .forEach(
            (node, array) -> {
              PublishedTensor matrix = named.remove(array);
              if (matrix != null) {
                named.put(ofProduct(node), matrix.transposed());
              }
            });
    return new PublishedTensors(where, named);
  }

  /** From {@code /encoder/layer.0/output/dense/MatMul}. */
  private static String ofProduct(String node) {
    String owner =
        node.endsWith(PRODUCT) ? node.substring(0, node.length() - PRODUCT.length()) : node;
    return owner.replaceFirst("^/", "").replace('/', '.') + WEIGHT;
  }
}
