package magicbench.harness.experiment;

import java.util.Collection;
import java.util.Collections;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;

/**
 * What one forward pass of a batch costs.
 *
 * @param size the space and its measures
 * @param batch sequences of a batch
 * @param masked places of the batch at which a token is told
 */
record PathCost(NetworkSize size, int batch, int masked) {

  private static final double MASKED_SHARE = 0.15;

  /** A masked-LM batch with the expected number of masked places. */
  PathCost(NetworkSize size, int batch) {
    this(size, batch, (int) Math.round(MASKED_SHARE * batch * size.sequence()));
  }

  /** A batch of which no token is told: whole sequences are. */
  static PathCost unmasked(NetworkSize size, int batch) {
    return new PathCost(size, batch, 0);
  }

  /** The floating-point operations of one child model. */
  double flops(Architecture child) {
    return size.forwardFlops(child, batch, masked);
  }

  /** The floating-point operations of some child models, one after the other. */
  double flops(Collection<Architecture> children) {
    return children.stream().mapToDouble(this::flops).sum();
  }

  /**
   * The mean over uniformly random child models. A path's cost is the sum of its layers', so that
   * is the mean over child models of equal layers.
   */
  double meanFlops() {
    return size.space().operators().stream()
        .map(operator -> Collections.nCopies(size.space().layers(), operator.name()))
        .mapToDouble(names -> flops(new Architecture(names)))
        .average()
        .orElseThrow();
  }
}
