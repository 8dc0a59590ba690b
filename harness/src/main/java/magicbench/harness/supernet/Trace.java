package magicbench.harness.supernet;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/**
 * A forward pass with what every layer saw and added.
 *
 * @param loss the masked-LM loss, a scalar
 * @param layers the layers, first to last
 */
public record Trace(NDArray loss, List<Layer> layers) {

  /** Keeps an immutable copy. */
  public Trace {
    layers = List.copyOf(layers);
  }

  /**
   * One layer of a forward pass.
   *
   * @param input the residual stream that entered, (batch, sequence, H)
   * @param branch what the operator added, same shape; empty for the identity
   */
  public record Layer(NDArray input, Optional<NDArray> branch) {

    NDArray output() {
      return branch.map(input::add).orElse(input);
    }
  }
}
