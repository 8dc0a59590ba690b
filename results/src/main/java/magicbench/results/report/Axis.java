package magicbench.results.report;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A linear map from numbers to pixels.
 *
 * @param low the smallest number shown
 * @param high the largest number shown
 * @param start the pixel of the smallest
 * @param end the pixel of the largest; may be smaller than {@code start}
 */
record Axis(double low, double high, double start, double end) {

  private static final double MARGIN = 0.05;

  /** An axis that shows all finite numbers among some, with a margin. */
  static Axis covering(DoubleStream numbers, double start, double end) {
    double[] finite = numbers.filter(Double::isFinite).toArray();
    double low = Arrays.stream(finite).min().orElse(0);
    double high = Arrays.stream(finite).max().orElse(1);
    double margin = high > low ? (high - low) * MARGIN : Math.max(0.5, Math.abs(low) * MARGIN);
    return new Axis(low - margin, high + margin, start, end);
  }

  /** The pixel of a number; numbers beyond an end are drawn at that end. */
  double at(double number) {
    double shown = Math.max(low, Math.min(high, number));
    return start + (shown - low) / (high - low) * (end - start);
  }

  /** About so many marks. */
  Ticks ticks(int about) {
    return Ticks.between(low, high, about);
  }
}
