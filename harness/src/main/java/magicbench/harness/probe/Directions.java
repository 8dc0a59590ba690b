package magicbench.harness.probe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;
import magicbench.harness.supernet.Trace;

/**
 * Where the tokens of one pass point to, as vectors of length 1.
 *
 * @param layers for each layer what it saw and what it added; empty for the identity
 */
record Directions(List<Optional<Tokens>> layers) {

  /** The tokens of one layer's input and branch. */
  record Tokens(NDArray input, NDArray branch) {}

  /** The directions of a pass; they belong to a scope of their own. */
  static Directions of(Trace trace, NDManager scope) {
    return new Directions(
        trace.layers().stream()
            .map(
                layer ->
                    layer
                        .branch()
                        .map(branch -> new Tokens(kept(layer.input(), scope), kept(branch, scope))))
            .toList());
  }

  private static NDArray kept(NDArray tokens, NDManager scope) {
    NDArray directions = Cosine.directions(tokens);
    directions.attach(scope);
    return directions;
  }
}
