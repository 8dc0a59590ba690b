package magicbench.results.record;

import java.util.List;

/**
 * A number along training.
 *
 * @param steps update steps, rising
 * @param values one value a step, finite; a diverging curve ends before its first NaN
 */
public record Curve(List<Long> steps, List<Double> values) {

  /**
   * Keeps immutable copies.
   *
   * @throws IllegalArgumentException when the lengths differ or a value is NaN or infinite
   */
  public Curve {
    steps = List.copyOf(steps);
    values = List.copyOf(values);
    if (steps.size() != values.size()) {
      throw new IllegalArgumentException(steps.size() + " steps, " + values.size() + " values");
    }
    values.stream()
        .filter(value -> !Double.isFinite(value))
        .forEach(
            value -> {
              throw new IllegalArgumentException("a curve can't hold " + value);
            });
  }
}
