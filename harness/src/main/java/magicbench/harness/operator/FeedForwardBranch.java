package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import java.util.List;
import magicbench.harness.space.Form;
import magicbench.harness.space.OperatorSpec;

/** Linear, GELU, linear at every position. */
final class FeedForwardBranch extends Branch {

  private final int inner;

  FeedForwardBranch(OperatorSpec.FeedForward spec, int hidden, Form form) {
    super(hidden, form);
    this.inner = spec.inner();
  }

  @Override
  List<WeightSpec> innerWeights() {
    return List.of(
        WeightSpec.matrix("in.weight", inner, hidden()),
        WeightSpec.bias("in.bias", inner),
        WeightSpec.matrix("out.weight", hidden(), inner),
        WeightSpec.bias("out.bias", hidden()));
  }

  @Override
  NDArray inner(NDArray entering, OperatorWeights weights, Padding padding) {
    NDArray active = linear(entering, weights, "in").getNDArrayInternal().gelu();
    return linear(active, weights, "out");
  }
}
