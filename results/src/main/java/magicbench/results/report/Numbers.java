package magicbench.results.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;

/** Numbers as readers see them: the same digits on every machine, the exact value kept beside. */
final class Numbers {

  private static final String MINUS = "\u2212";
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private Numbers() {}

  /** The number in an element whose attribute {@code value} holds it exactly. */
  static Tag tag(double value) {
    return tag(value, text(value));
  }

  /** The number with the given decimals. */
  static Tag tag(double value, int decimals) {
    return tag(value, text(value, decimals));
  }

  /** The number as the text says it. */
  static Tag tag(double value, String text) {
    return Tag.of("data", text).with("value", Double.toString(value));
  }

  /** With as many decimals as the size of the number calls for. */
  static String text(double value) {
    double size = Math.abs(value);
    if (size > 0 && size < 5e-4) {
      return scientific(value);
    }
    return text(value, decimals(value));
  }

  /** With fixed decimals and a typographic minus. */
  static String text(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "undefined";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : MINUS + "∞";
    }
    return fixed(value, decimals).replace("-", MINUS);
  }

  /** Without trailing zeros, four decimals at most: for numbers that people chose. */
  static String trimmed(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return text(value, 0);
    }
    if (value != 0 && Math.abs(value) < 5e-4) {
      return scientific(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString().replace("-", MINUS);
  }

  /** A share as per cent, for instance {@code 95 %}. */
  static String percent(double share) {
    return trimmed(share * 100) + "\u00a0%";
  }

  /** Decimals that suit the largest of some numbers, 0 to 3. */
  static int decimals(double... values) {
    double largest = Arrays.stream(values).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    if (largest >= 1000) {
      return 0;
    }
    if (largest >= 100) {
      return 1;
    }
    return largest >= 10 ? 2 : 3;
  }

  /** With fixed decimals, as machines read it; never a negative zero. */
  static String fixed(double value, int decimals) {
    String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
    boolean isZero = text.startsWith("-") && text.chars().allMatch(c -> "-0.".indexOf(c) >= 0);
    return isZero ? text.substring(1) : text;
  }

  private static String scientific(double value) {
    String text = String.format(Locale.ROOT, "%.2e", value);
    int at = text.indexOf('e');
    int exponent = Integer.parseInt(text.substring(at + 1));
    return text.substring(0, at).replace("-", MINUS) + " × 10" + superscript(exponent);
  }

  private static String superscript(int exponent) {
    StringBuilder out = new StringBuilder(exponent < 0 ? "⁻" : "");
    Integer.toString(Math.abs(exponent))
        .chars()
        .forEach(digit -> out.append(SUPERSCRIPTS.charAt(digit - '0')));
    return out.toString();
  }
}
