package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magicbench.harness.space.Form;

/** A residual branch with a LayerNorm of its own: in front of it, or behind the sum in BERT. */
abstract sealed class Branch implements Operator
    permits AttentionBranch, FeedForwardBranch, SeparableConvolutionBranch {

  private final int hidden;
  private final Form form;

  Branch(int hidden, Form form) {
    this.hidden = hidden;
    this.form = form;
  }

  final int hidden() {
    return hidden;
  }

  @Override
  public final List<WeightSpec> weights() {
    List<WeightSpec> all = new ArrayList<>(innerWeights());
    all.add(WeightSpec.gain(Norm.GAIN, hidden));
    all.add(WeightSpec.bias(Norm.SHIFT, hidden));
    return List.copyOf(all);
  }

  @Override
  public final Optional<NDArray> branch(NDArray input, OperatorWeights weights, Padding padding) {
    return Optional.of(inner(entering(input, weights), weights, padding));
  }

  final NDArray entering(NDArray input, OperatorWeights weights) {
    return form.normalisesInput() ? normal(input, weights) : input;
  }

  @Override
  public final NDArray output(NDArray input, Optional<NDArray> branch, OperatorWeights weights) {
    NDArray sum = input.add(branch.orElseThrow());
    return form.normalisesInput() ? sum : normal(sum, weights);
  }

  private NDArray normal(NDArray array, OperatorWeights weights) {
    return Norm.of(array, weights.get(Norm.GAIN), weights.get(Norm.SHIFT), form);
  }

  abstract List<WeightSpec> innerWeights();

  abstract NDArray inner(NDArray entering, OperatorWeights weights, Padding padding);

  static NDArray linear(NDArray input, OperatorWeights weights, String name) {
    return LinearMap.apply(input, weights.get(name + ".weight"), weights.get(name + ".bias"));
  }
}
