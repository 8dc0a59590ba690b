package magicbench.results.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;

/**
 * How many arrangements of untied values in ordered groups have each Jonckheere-Terpstra statistic.
 *
 * <p>The counts are the coefficients of the Gaussian multinomial: the product over groups of (1 -
 * q^(m+1))...(1 - q^(m+n)) / (1 - q)...(1 - q^n), with m values before a group of n.
 */
final class ArrangementCounts {

  private final BigInteger[] byStatistic;
  private final BigInteger all;

  ArrangementCounts(int[] groupSizes) {
    byStatistic = new BigInteger[crossPairs(groupSizes) + 1];
    Arrays.fill(byStatistic, BigInteger.ZERO);
    byStatistic[0] = BigInteger.ONE;
    int before = 0;
    for (int size : groupSizes) {
      for (int i = 1; i <= size; i++) {
        multiplyByOneMinusPower(++before);
        divideByOneMinusPower(i);
      }
    }
    all = sumFrom(0);
  }

  private static int crossPairs(int[] groupSizes) {
    int pairs = 0;
    int before = 0;
    for (int size : groupSizes) {
      pairs += before * size;
      before += size;
    }
    return pairs;
  }

  private void multiplyByOneMinusPower(int power) {
    for (int i = byStatistic.length - 1; i >= power; i--) {
      byStatistic[i] = byStatistic[i].subtract(byStatistic[i - power]);
    }
  }

  private void divideByOneMinusPower(int power) {
    for (int i = power; i < byStatistic.length; i++) {
      byStatistic[i] = byStatistic[i].add(byStatistic[i - power]);
    }
  }

  /** The share of arrangements with this statistic or a greater one. */
  double upperTail(int statistic) {
    return share(sumFrom(statistic));
  }

  /** The share of the one arrangement with the greatest statistic. */
  double smallestTail() {
    return share(BigInteger.ONE);
  }

  private BigInteger sumFrom(int statistic) {
    return Arrays.stream(byStatistic, statistic, byStatistic.length)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private double share(BigInteger count) {
    return new BigDecimal(count).divide(new BigDecimal(all), MathContext.DECIMAL64).doubleValue();
  }
}
