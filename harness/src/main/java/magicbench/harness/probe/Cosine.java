package magicbench.harness.probe;

import ai.djl.ndarray.NDArray;

/** Cosines of gradients (in Java, double precision) and of hidden states (in the engine). */
final class Cosine {

  private static final double SMALLEST_NORM = 1e-12;
  private static final int[] LAST_AXIS = {-1};

  private Cosine() {}

  /** The cosine of two vectors; not-a-number where one is zero or not finite. */
  static double of(float[] left, float[] right) {
    double product = 0;
    double leftSquares = 0;
    double rightSquares = 0;
    for (int i = 0; i < left.length; i++) {
      product += (double) left[i] * right[i];
      leftSquares += (double) left[i] * left[i];
      rightSquares += (double) right[i] * right[i];
    }
    return product / (Math.sqrt(leftSquares) * Math.sqrt(rightSquares));
  }

  /** Every token's vector divided by its length, in the array's own manager. */
  static NDArray directions(NDArray tokens) {
    return tokens.normalize(2, tokens.getShape().dimension() - 1, SMALLEST_NORM);
  }

  /** The sum over tokens of the cosine of two sets of {@link #directions}. */
  static double sum(NDArray left, NDArray right) {
    float[] cosines = left.mul(right).sum(LAST_AXIS).toFloatArray();
    double sum = 0;
    for (float cosine : cosines) {
      sum += cosine;
    }
    return sum;
  }

  /** How many tokens there are. */
  static long tokens(NDArray directions) {
    return directions.size() / directions.getShape().tail();
  }
}
