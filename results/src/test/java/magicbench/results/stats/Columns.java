package magicbench.results.stats;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Random columns of equal length for properties. */
final class Columns {

  private Columns() {}

  /** Small whole numbers, so that ties are common. */
  static Arbitrary<double[][]> tied(int columns, int fewestRows, int mostRows) {
    return of(
        Arbitraries.integers().between(-4, 4).map(i -> (double) i), columns, fewestRows, mostRows);
  }

  /** Values on a fine grid, so that ties are rare. */
  static Arbitrary<double[][]> fine(int columns, int fewestRows, int mostRows) {
    return of(
        Arbitraries.integers().between(-1_000_000, 1_000_000).map(i -> i / 1000.0),
        columns,
        fewestRows,
        mostRows);
  }

  private static Arbitrary<double[][]> of(
      Arbitrary<Double> value, int columns, int fewestRows, int mostRows) {
    return Arbitraries.integers()
        .between(fewestRows, mostRows)
        .flatMap(
            rows ->
                value.array(double[].class).ofSize(rows).array(double[][].class).ofSize(columns));
  }
}
