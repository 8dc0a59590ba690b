package magicbench.results.stats;

/** What a sample must be before a statistic is computed from it. */
final class Samples {

  private Samples() {}

  static void requireSameLength(String what, int length, int other) {
    if (length != other) {
      throw new IllegalArgumentException(
          what + " must be of the same length, but are of " + length + " and " + other);
    }
  }

  static void requireNumbers(double... values) {
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        throw new IllegalArgumentException("value " + i + " is not a number");
      }
    }
  }

  static void requireFinite(double... values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException("value " + i + " is not finite: " + values[i]);
      }
    }
  }

  static void requireAtLeast(int fewest, String what, int count) {
    if (count < fewest) {
      throw new IllegalArgumentException(
          "at least " + fewest + " " + what + " are needed, got " + count);
    }
  }

  static void requirePositive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be positive and finite, is " + value);
    }
  }

  static void requireInsideUnit(String name, double value) {
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(name + " must lie between 0 and 1, is " + value);
    }
  }
}
