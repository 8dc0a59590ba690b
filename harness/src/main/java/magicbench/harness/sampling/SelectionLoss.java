package magicbench.harness.sampling;

import magicbench.harness.space.Architecture;

/** Measures a child model of the present super-net on held-out batches kept for selection. */
@FunctionalInterface
public interface SelectionLoss {

  /**
   * The loss.
   *
   * @param child a child model
   * @return nats for one masked token
   */
  double of(Architecture child);
}
