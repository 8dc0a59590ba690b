package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import magicbench.harness.space.Form;
import magicbench.harness.space.OperatorSpec;

/** Scaled dot-product self-attention over all positions. */
final class AttentionBranch extends Branch {

  private static final int[] HEADS = {1};

  private final int heads;

  AttentionBranch(OperatorSpec.Attention spec, int hidden, Form form) {
    super(hidden, form);
    this.heads = spec.heads();
  }

  @Override
  List<WeightSpec> innerWeights() {
    return List.of(
        WeightSpec.matrix("qkv.weight", 3L * hidden(), hidden()),
        WeightSpec.bias("qkv.bias", 3L * hidden()),
        WeightSpec.matrix("out.weight", hidden(), hidden()),
        WeightSpec.bias("out.bias", hidden()));
  }

  @Override
  NDArray inner(NDArray entering, OperatorWeights weights, Padding padding) {
    Projected projected = projected(entering, weights);
    NDArray mixed = projected.shares(padding).matMul(projected.values());
    return linear(mixed.swapAxes(1, 2).reshape(entering.getShape()), weights, "out");
  }

  @Override
  public Optional<NDArray> attention(NDArray input, OperatorWeights weights, Padding padding) {
    return Optional.of(projected(entering(input, weights), weights).shares(padding).mean(HEADS));
  }

  private Projected projected(NDArray entering, OperatorWeights weights) {
    Shape shape = entering.getShape();
    long batch = shape.get(0);
    long sequence = shape.get(1);
    int size = hidden() / heads;
    NDList parts =
        linear(entering, weights, "qkv")
            .reshape(batch, sequence, 3, heads, size)
            .transpose(2, 0, 3, 1, 4)
            .split(3);
    Shape grouped = new Shape(batch, heads, sequence, size);
    NDArray queries = Scaling.of(parts.get(0).reshape(grouped), 1 / Math.sqrt(size));
    NDArray keys = parts.get(1).reshape(grouped).swapAxes(2, 3);
    return new Projected(queries, keys, parts.get(2).reshape(grouped));
  }

  /** Scaled queries and the values as (batch, heads, sequence, size), keys turned. */
  private record Projected(NDArray queries, NDArray keys, NDArray values) {

    /** (batch, heads, sequence, sequence). */
    NDArray shares(Padding padding) {
      return padding.hide(queries.matMul(keys)).softmax(-1);
    }
  }
}
