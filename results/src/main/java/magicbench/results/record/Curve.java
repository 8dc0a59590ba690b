package magicbench.results.record;

import java.util.List;

/**
 * A number along training.
 *
 * @param steps update steps, rising
 * @param values one value a step
 */
public record Curve(List<Long> steps, List<Double> values) {

  /**
   * Keeps immutable copies.
   *
   * @throws IllegalArgumentException when the lengths differ
   */
  public Curve {
    steps = List.copyOf(steps);
    values = List.copyOf(values);
    if (steps.size() != values.size()) {
      throw new IllegalArgumentException(steps.size() + " steps, " + values.size() + " values");
    }
  }
}
