package magicbench.results.report;

import java.util.List;
import java.util.stream.LongStream;

/**
 * Where an axis is marked: at multiples of 1, 2 or 5 times a power of ten.
 *
 * @param values the marks, rising
 * @param decimals that tell them apart
 */
record Ticks(List<Double> values, int decimals) {

  private static final int MOST_DECIMALS = 12;

  Ticks {
    values = List.copyOf(values);
  }

  /** About so many marks between two numbers, of which the first is the smaller. */
  static Ticks between(double low, double high, int about) {
    double rough = (high - low) / about;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double factor = rough / power;
    double step = power * (factor <= 1.5 ? 1 : factor <= 3 ? 2 : factor <= 7 ? 5 : 10);
    long first = (long) Math.ceil(low / step - 1e-9);
    long last = (long) Math.floor(high / step + 1e-9);
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return new Ticks(
        LongStream.rangeClosed(first, last).mapToObj(index -> index * step).toList(),
        Math.min(decimals, MOST_DECIMALS));
  }
}
