package magicbench.results.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A partition of observations by a categorical covariate. */
final class Strata {

  private final int[] codes;
  private final int count;

  private Strata(int[] codes, int count) {
    this.codes = codes;
    this.count = count;
  }

  static Strata of(int[] labels) {
    int[] distinct = Arrays.stream(labels).sorted().distinct().toArray();
    int[] codes = new int[labels.length];
    Arrays.setAll(codes, i -> Arrays.binarySearch(distinct, labels[i]));
    return new Strata(codes, distinct.length);
  }

  /** Each value less the mean of its stratum; exactly 0 where a stratum is constant. */
  double[] residuals(double[] values) {
    double[] residuals = new double[values.length];
    for (int[] rows : rows()) {
      double[] deviations = Summary.deviations(select(values, rows));
      for (int i = 0; i < rows.length; i++) {
        residuals[rows[i]] = deviations[i];
      }
    }
    return residuals;
  }

  /** Each row's stratum, numbered from 0 in the order of the labels. */
  int[] codes() {
    return codes.clone();
  }

  /** The row numbers of each stratum. */
  List<int[]> rows() {
    int[] sizes = new int[count];
    for (int code : codes) {
      sizes[code]++;
    }
    int[][] rows = new int[count][];
    Arrays.setAll(rows, code -> new int[sizes[code]]);
    for (int row = codes.length - 1; row >= 0; row--) {
      rows[codes[row]][--sizes[codes[row]]] = row;
    }
    return List.of(rows);
  }

  static double[] select(double[] values, int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
  }
}
