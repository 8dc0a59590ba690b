package magicbench.harness.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;
import java.util.ArrayList;
import java.util.List;
import magicbench.harness.operator.Norm;
import magicbench.harness.operator.OperatorWeights;
import magicbench.harness.operator.WeightSpec;
import magicbench.harness.space.Form;
import magicbench.harness.space.NetworkSize;

/** Both ends of a network, in front of its first layer and behind its last: weights and sums. */
final class EndWeights {

  static final String TOKEN = "token.weight";
  static final String POSITION = "position.weight";
  static final String TRANSFORM = "transform.weight";
  static final String TRANSFORM_BIAS = "transform.bias";
  static final String BIAS = "bias";

  private EndWeights() {}

  static List<WeightSpec> ofEmbedding(NetworkSize size) {
    int hidden = size.space().hidden();
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(WeightSpec.matrix(TOKEN, size.vocabulary(), hidden));
    weights.add(WeightSpec.matrix(POSITION, size.sequence(), hidden));
    if (size.space().form().normalisesEmbedding()) {
      weights.add(WeightSpec.gain(Norm.GAIN, hidden));
      weights.add(WeightSpec.bias(Norm.SHIFT, hidden));
    }
    return weights;
  }

  static List<WeightSpec> ofHead(NetworkSize size) {
    int hidden = size.space().hidden();
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(WeightSpec.gain(Norm.GAIN, hidden));
    weights.add(WeightSpec.bias(Norm.SHIFT, hidden));
    weights.add(WeightSpec.bias(BIAS, size.vocabulary()));
    if (size.space().form().transformsHead()) {
      weights.add(WeightSpec.matrix(TRANSFORM, hidden, hidden));
      weights.add(WeightSpec.bias(TRANSFORM_BIAS, hidden));
    }
    return weights;
  }

  /** Look-up with the indices as first operand, so that the rows belong to the batch's manager. */
  static NDArray rows(NDArray indices, NDArray source) {
    return indices
        .getNDArrayInternal()
        .embedding(indices, source, SparseFormat.DENSE)
        .singletonOrThrow();
  }

  static NDArray linear(NDArray input, NDArray weight, NDArray bias) {
    return input.getNDArrayInternal().linear(input, weight, bias).singletonOrThrow();
  }

  /** What BERT's form makes of the last layer's output in front of the head's LayerNorm. */
  static NDArray transformed(NDArray masked, OperatorWeights head, Form form) {
    return form.transformsHead()
        ? linear(masked, head.get(TRANSFORM), head.get(TRANSFORM_BIAS)).getNDArrayInternal().gelu()
        : masked;
  }
}
