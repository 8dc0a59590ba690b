package magicbench.harness.training;

import ai.djl.ndarray.NDArray;

/** An engine array that is copied out when its turn comes. */
record NDArraySource(NDArray array) implements Safetensors.Source {

  @Override
  public long[] shape() {
    return array.getShape().getShape();
  }

  @Override
  public float[] values() {
    return array.toFloatArray();
  }
}
