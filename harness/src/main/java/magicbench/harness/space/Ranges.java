package magicbench.harness.space;

/** Range checks whose messages name the field. */
final class Ranges {

  private Ranges() {}

  static void check(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          field + " is " + value + "; it must be " + least + " to " + most);
    }
  }
}
