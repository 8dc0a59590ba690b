package magicbench.harness.operator;

import ai.djl.ndarray.types.Shape;

/**
 * One trainable array of an operator or of the network around it.
 *
 * @param name its name within its owner, for instance {@code in.weight}
 * @param kind what it is, hence how it starts and whether it decays
 * @param shape its shape
 */
public record WeightSpec(String name, Kind kind, Shape shape) {

  /** What a weight is. */
  public enum Kind {
    /** A matrix, a table or a kernel: starts as normal noise, decays. */
    MATRIX,
    /** A LayerNorm's gain: starts at 1, does not decay. */
    GAIN,
    /** A shift or a bias: starts at 0, does not decay. */
    BIAS
  }

  /**
   * A matrix, a table or a kernel.
   *
   * @param name its name
   * @param shape its shape
   * @return the description
   */
  public static WeightSpec matrix(String name, long... shape) {
    return new WeightSpec(name, Kind.MATRIX, new Shape(shape));
  }

  /**
   * A LayerNorm's gain.
   *
   * @param name its name
   * @param size its length
   * @return the description
   */
  public static WeightSpec gain(String name, long size) {
    return new WeightSpec(name, Kind.GAIN, new Shape(size));
  }

  /**
   * A bias.
   *
   * @param name its name
   * @param size its length
   * @return the description
   */
  public static WeightSpec bias(String name, long size) {
    return new WeightSpec(name, Kind.BIAS, new Shape(size));
  }
}
