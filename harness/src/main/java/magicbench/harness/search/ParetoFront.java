package magicbench.harness.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Which of several things none of the others beats in every respect. */
public final class ParetoFront {

  private ParetoFront() {}

  /**
   * The things that no other one dominates. One dominates another when it is at least as low in all
   * costs and lower in one.
   *
   * @param all the things
   * @param costs what is made small, at least one: a score, parameters, milliseconds
   * @param <T> the things' type
   * @return the front, in the order given; equals stay together
   */
  public static <T> List<T> of(List<T> all, List<ToDoubleFunction<T>> costs) {
    if (costs.isEmpty()) {
      throw new IllegalArgumentException("a front needs at least one cost");
    }
    List<double[]> points = new ArrayList<>();
    for (T thing : all) {
      points.add(costs.stream().mapToDouble(cost -> cost.applyAsDouble(thing)).toArray());
    }
    List<T> front = new ArrayList<>();
    for (int index = 0; index < all.size(); index++) {
      double[] point = points.get(index);
      if (points.stream().noneMatch(other -> dominates(other, point))) {
        front.add(all.get(index));
      }
    }
    return front;
  }

  private static boolean dominates(double[] left, double[] right) {
    boolean lower = false;
    for (int cost = 0; cost < left.length; cost++) {
      if (left[cost] > right[cost]) {
        return false;
      }
      lower |= left[cost] < right[cost];
    }
    return lower;
  }
}
