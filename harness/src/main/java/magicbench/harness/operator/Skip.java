package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/** The identity: nothing to add, nothing to train. */
record Skip() implements Operator {

  @Override
  public List<WeightSpec> weights() {
    return List.of();
  }

  @Override
  public Optional<NDArray> branch(NDArray input, OperatorWeights weights, Padding padding) {
    return Optional.empty();
  }

  @Override
  public NDArray output(NDArray input, Optional<NDArray> branch, OperatorWeights weights) {
    return input;
  }
}
