package magicbench.results.verdict;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import magicbench.results.stats.PartialRankCorrelation;

/** Spearman's correlation with the sample's strata held fixed; with one stratum the plain one. */
final class PartialSpearman implements Estimator {

  @Override
  public OptionalDouble of(Sample sample) {
    return PartialRankCorrelation.spearman(sample.cause(), sample.outcome(), sample.strata());
  }

  /** Finds each value's place once, so that resamples are ranked by counting, without sorting. */
  @Override
  public ToDoubleFunction<int[]> resampler(Sample sample) {
    Column cause = new Column(Labels.codesOf(sample.cause()));
    Column outcome = new Column(Labels.codesOf(sample.outcome()));
    Strata strata = new Strata(Labels.codesOf(sample.strata()));
    return rows ->
        cosine(
            strata.residuals(cause.ranks(rows), rows), strata.residuals(outcome.ranks(rows), rows));
  }

  private static double cosine(double[] x, double[] y) {
    double products = 0;
    double squaresX = 0;
    double squaresY = 0;
    for (int i = 0; i < x.length; i++) {
      products += x[i] * y[i];
      squaresX += x[i] * x[i];
      squaresY += y[i] * y[i];
    }
    // 0 / 0 is NaN: undefined, as it must be.
    return products / (Math.sqrt(squaresX) * Math.sqrt(squaresY));
  }

  private static int countOf(int[] codes) {
    int count = 0;
    for (int code : codes) {
      count = Math.max(count, code + 1);
    }
    return count;
  }

  /** A variable, by the places of its values among all values. */
  private static final class Column {

    private final int[] codes;
    private final int count;

    Column(int[] codes) {
      this.codes = codes;
      this.count = countOf(codes);
    }

    /** Average ranks within the drawn rows. */
    double[] ranks(int[] rows) {
      int[] frequency = new int[count];
      for (int row : rows) {
        frequency[codes[row]]++;
      }
      double[] rankOf = new double[count];
      int below = 0;
      for (int code = 0; code < count; code++) {
        rankOf[code] = below + (frequency[code] + 1) / 2.0;
        below += frequency[code];
      }
      double[] ranks = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        ranks[i] = rankOf[codes[rows[i]]];
      }
      return ranks;
    }
  }

  /** What is held fixed. */
  private static final class Strata {

    private final int[] codes;
    private final int count;

    Strata(int[] codes) {
      this.codes = codes;
      this.count = countOf(codes);
    }

    /** The values, in place, less their stratum's mean; exactly 0 where a stratum is constant. */
    double[] residuals(double[] values, int[] rows) {
      double[] sums = new double[count];
      int[] sizes = new int[count];
      for (int i = 0; i < rows.length; i++) {
        sums[codes[rows[i]]] += values[i];
        sizes[codes[rows[i]]]++;
      }
      for (int i = 0; i < rows.length; i++) {
        int code = codes[rows[i]];
        values[i] -= sums[code] / sizes[code];
      }
      return values;
    }
  }
}
