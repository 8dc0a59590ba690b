package magicbench.harness.probe;

import java.util.List;
import java.util.Optional;
import magicbench.harness.space.Architecture;
import magicbench.harness.training.Batch;

/**
 * One child model on one batch.
 *
 * @param architecture the child model
 * @param batch the batch
 * @param gradients for each layer the gradients of all of its operator's parameters, by name, end
 *     to end; empty for the identity
 * @param directions of the whole batch's tokens, where they were kept; they live as long as the
 *     measurement's scope
 */
record Measurement(
    Architecture architecture,
    Batch batch,
    List<Optional<float[]>> gradients,
    Optional<Directions> directions) {

  /** The three cosines of an operator in two measurements. */
  record Similarity(double gradient, double input, double branch) {}

  String operator(int layer) {
    return architecture.operators().get(layer);
  }

  /** Whether another child model uses the same operator there, and it has parameters. */
  boolean shares(int layer, Architecture other) {
    return gradients.get(layer).isPresent() && operator(layer).equals(other.operators().get(layer));
  }
}
