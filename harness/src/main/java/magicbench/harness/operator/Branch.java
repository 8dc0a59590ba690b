package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A residual branch behind a LayerNorm of its own. */
abstract sealed class Branch implements Operator
    permits AttentionBranch, FeedForwardBranch, SeparableConvolutionBranch {

  private static final float EPSILON = 1e-5f;

  private final int hidden;
  private final Shape width;

  Branch(int hidden) {
    this.hidden = hidden;
    this.width = new Shape(hidden);
  }

  final int hidden() {
    return hidden;
  }

  @Override
  public final List<WeightSpec> weights() {
    List<WeightSpec> all = new ArrayList<>(innerWeights());
    all.add(WeightSpec.gain("norm.gain", hidden));
    all.add(WeightSpec.bias("norm.shift", hidden));
    return List.copyOf(all);
  }

  @Override
  public final Optional<NDArray> branch(NDArray input, OperatorWeights weights, Padding padding) {
    NDArray normal =
        input
            .getNDArrayInternal()
            .layerNorm(input, width, weights.get("norm.gain"), weights.get("norm.shift"), EPSILON)
            .singletonOrThrow();
    return Optional.of(inner(normal, weights, padding));
  }

  abstract List<WeightSpec> innerWeights();

  abstract NDArray inner(NDArray normal, OperatorWeights weights, Padding padding);

  static NDArray linear(NDArray input, OperatorWeights weights, String name) {
    return LinearMap.apply(input, weights.get(name + ".weight"), weights.get(name + ".bias"));
  }
}
