package magicbench.harness.supernet;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A forward pass with what every layer saw and added. In BERT's form a LayerNorm stands behind each
 * sum: its gain and shift belong to the operator, and what it does is in no branch.
 *
 * @param loss the masked-LM loss, a scalar
 * @param layers the layers, first to last
 * @param last the residual stream after the last layer
 */
public record Trace(NDArray loss, List<Layer> layers, NDArray last) {

  /** Keeps an immutable copy. */
  public Trace {
    layers = List.copyOf(layers);
  }

  /**
   * The residual stream after each layer.
   *
   * @return one array a layer, (batch, sequence, H)
   */
  public List<NDArray> outputs() {
    List<NDArray> outputs = new ArrayList<>(layers.size());
    for (int layer = 1; layer < layers.size(); layer++) {
      outputs.add(layers.get(layer).input());
    }
    outputs.add(last);
    return outputs;
  }

  /**
   * One layer of a forward pass.
   *
   * @param input the residual stream that entered, (batch, sequence, H)
   * @param branch what the operator added, same shape; empty for the identity
   */
  public record Layer(NDArray input, Optional<NDArray> branch) {}
}
