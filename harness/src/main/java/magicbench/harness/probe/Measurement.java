package magicbench.harness.probe;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import magicbench.harness.space.Architecture;

/**
 * One child model on one batch.
 *
 * @param architecture the child model
 * @param layers what each layer with parameters saw, added and was told to change; empty for the
 *     identity
 */
record Measurement(Architecture architecture, List<Optional<Layer>> layers) {

  /**
   * One layer's part.
   *
   * @param gradient the gradients of all of the operator's parameters, by name, end to end
   * @param input the directions of the input's tokens; lives as long as the measurement's scope
   * @param branch the directions of the branch's tokens; the same
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, only read
  record Layer(float[] gradient, NDArray input, NDArray branch) {

    Similarity to(Layer other) {
      return new Similarity(
          Cosine.of(gradient, other.gradient),
          Cosine.mean(other.input, input),
          Cosine.mean(other.branch, branch));
    }
  }

  /** The three cosines of an operator in two measurements. */
  record Similarity(double gradient, double input, double branch) {}

  /** The layer's part if both measurements use the same operator with parameters there. */
  Optional<Similarity> shared(int layer, Measurement other) {
    if (!operator(layer).equals(other.operator(layer))) {
      return Optional.empty();
    }
    return layers.get(layer).map(own -> own.to(other.layers.get(layer).orElseThrow()));
  }

  String operator(int layer) {
    return architecture.operators().get(layer);
  }
}
