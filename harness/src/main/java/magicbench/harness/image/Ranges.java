package magicbench.harness.image;

/** Refuses settings that are out of range, and those that are no number. */
final class Ranges {

  private Ranges() {}

  static void require(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " is " + text(value) + "; it must be " + text(least) + " to " + text(most));
    }
  }

  static void requireAbove(String name, double value, double least, double most) {
    if (!(value > least && value <= most)) {
      throw new IllegalArgumentException(
          name + " is " + text(value) + "; it must be above " + text(least) + ", to " + text(most));
    }
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
