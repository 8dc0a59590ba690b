package magicbench.results.verdict;

import java.util.Locale;
import magicbench.results.stats.Interval;

/** Numbers as sentences show them. */
final class Numbers {

  private Numbers() {}

  /** A column's value as a label: whole numbers without a fraction. */
  static String plain(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }

  /** An effect, to three decimals. */
  static String effect(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.equals("-0.000") ? "0.000" : text;
  }

  /** A p-value, to two significant digits. */
  static String pValue(double value) {
    return String.format(Locale.ROOT, value < 0.001 ? "%.1e" : "%.2g", value);
  }

  /** For instance {@code 95 % interval -0.700 to -0.600}. */
  static String interval(Interval interval) {
    return percent(interval.confidence())
        + " interval "
        + effect(interval.low())
        + " to "
        + effect(interval.high());
  }

  /** A share of one as a percentage. */
  static String percent(double share) {
    return plain(Math.rint(share * 1000) / 10) + " %";
  }

  /** A count with its noun. */
  static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
