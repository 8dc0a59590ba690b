package magicbench.harness.supernet;

import ai.djl.ndarray.NDArray;

/** Is shown what enters each layer of a pass. */
@FunctionalInterface
public interface LayerWatcher {

  /** Looks away. */
  LayerWatcher NONE = (layer, stream) -> {};

  /**
   * Called before each layer.
   *
   * @param layer the layer, from 0
   * @param stream what enters it, (batch, sequence, H)
   */
  void enters(int layer, NDArray stream);
}
