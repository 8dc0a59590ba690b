package magicbench.harness.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.function.DoubleSupplier;

/** How an objective moves with a weight along a direction: as its gradient says, and measured. */
public final class Slopes {

  private static final double STEP = 1e-5;

  private Slopes() {}

  /** What the weight's gradient says: its product with the direction. */
  public static double ofGradient(Weight weight, double[] direction) {
    try (NDArray gradient = weight.array().getGradient()) {
      double[] values = gradient.toDoubleArray();
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[i] * direction[i];
      }
      return sum;
    }
  }

  /** Central differences; the weight is put back. */
  public static double measured(
      SuperNet net, NDArray weight, double[] direction, DoubleSupplier objective) {
    try (NDManager scope = net.newScope()) {
      NDArray step = scope.create(direction, weight.getShape()).mul(STEP);
      weight.addi(step);
      double above = objective.getAsDouble();
      weight.subi(step).subi(step);
      double below = objective.getAsDouble();
      weight.addi(step);
      return (above - below) / (2 * STEP);
    }
  }
}
