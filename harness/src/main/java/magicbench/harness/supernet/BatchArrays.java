package magicbench.harness.supernet;

import ai.djl.ndarray.NDManager;

/**
 * One batch as the engine's arrays. They belong to the step's manager, and so does everything that
 * a forward pass makes from them.
 */
public sealed interface BatchArrays permits TokenArrays, ImageArrays {

  /**
   * The step's manager.
   *
   * @return what the arrays die with
   */
  NDManager scope();
}
