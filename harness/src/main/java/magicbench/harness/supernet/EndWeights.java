package magicbench.harness.supernet;

import java.util.ArrayList;
import java.util.List;
import magicbench.harness.operator.Norm;
import magicbench.harness.operator.WeightSpec;
import magicbench.harness.space.NetworkSize;

/** The weights at both ends of a network: in front of its first layer and behind its last. */
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
}
