package magicbench.results.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Holm's step-down correction for several tests (Scandinavian Journal of Statistics 6, 1979). */
public final class Holm {

  private Holm() {}

  /**
   * Adjusts p-values so that rejecting those at or below a level keeps the chance of any false
   * rejection in the family at or below that level.
   *
   * @param pValues the family's p-values, each 0 to 1; may be empty
   * @return the adjusted p-values, in the same order, at most 1
   * @throws IllegalArgumentException when a value lies outside 0 to 1
   */
  public static double[] adjust(double[] pValues) {
    int[] ascending = ascending(pValues);
    double[] adjusted = new double[pValues.length];
    double running = 0;
    for (int i = 0; i < ascending.length; i++) {
      int index = ascending[i];
      running = Math.max(running, Math.min(1, (ascending.length - i) * pValues[index]));
      adjusted[index] = running;
    }
    return adjusted;
  }

  private static int[] ascending(double[] pValues) {
    for (double pValue : pValues) {
      if (!(pValue >= 0 && pValue <= 1)) {
        throw new IllegalArgumentException("p-value must lie in 0 to 1, is " + pValue);
      }
    }
    return IntStream.range(0, pValues.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> pValues[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
