package magicbench.results.report;

/** Times, sizes and energies as readers see them. */
final class Quantities {

  private static final String[] BINARY_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Quantities() {}

  /** A duration, for instance {@code 12.3 s}, {@code 4 min 05 s} or {@code 3 h 07 min}. */
  static String seconds(double seconds) {
    if (!(seconds >= 60)) {
      return Numbers.text(seconds, 1) + "\u00a0s";
    }
    long whole = Math.round(seconds);
    if (whole < 3600) {
      return whole / 60 + "\u00a0min " + twoDigits(whole % 60) + "\u00a0s";
    }
    long minutes = Math.round(seconds / 60);
    return minutes / 60 + "\u00a0h " + twoDigits(minutes % 60) + "\u00a0min";
  }

  /** A size in binary units, for instance {@code 1.5 GiB}. */
  static String bytes(double bytes) {
    int unit = 0;
    double size = bytes;
    while (size >= 1024 && unit < BINARY_UNITS.length - 1) {
      size /= 1024;
      unit++;
    }
    return Numbers.text(size, unit == 0 ? 0 : 1) + "\u00a0" + BINARY_UNITS[unit];
  }

  /** An energy, for instance {@code 812 J} or {@code 12.3 kJ}. */
  static String joules(double joules) {
    return joules < 1000
        ? Numbers.text(joules, 0) + "\u00a0J"
        : Numbers.text(joules / 1000, 1) + "\u00a0kJ";
  }

  private static String twoDigits(long number) {
    return number < 10 ? "0" + number : Long.toString(number);
  }
}
