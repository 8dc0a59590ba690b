package magicbench.results.stats;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/** Row numbers by outer cluster and, nested in it, by inner cluster; sorted by label. */
final class Clusters {

  /** Outer cluster, inner cluster, rows. */
  private final int[][][] rows;

  private Clusters(int[][][] rows) {
    this.rows = rows;
  }

  static Clusters of(int[] outer, int[] inner) {
    Samples.requireSameLength("outer and inner labels", outer.length, inner.length);
    Samples.requireAtLeast(1, "rows", outer.length);
    TreeMap<Integer, TreeMap<Integer, IntStream.Builder>> rows = new TreeMap<>();
    for (int row = 0; row < outer.length; row++) {
      rows.computeIfAbsent(outer[row], label -> new TreeMap<>())
          .computeIfAbsent(inner[row], label -> IntStream.builder())
          .add(row);
    }
    return new Clusters(rows.values().stream().map(Clusters::toArrays).toArray(int[][][]::new));
  }

  private static int[][] toArrays(Map<Integer, IntStream.Builder> rows) {
    return rows.values().stream().map(builder -> builder.build().toArray()).toArray(int[][]::new);
  }

  /** Draws as many outer clusters as there are, with replacement; one array of rows per draw. */
  int[][] resample(UniformRandomProvider random) {
    int[][] draws = new int[rows.length][];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = resampleWithin(rows[random.nextInt(rows.length)], random);
    }
    return draws;
  }

  private static int[] resampleWithin(int[][] inner, UniformRandomProvider random) {
    int[][] draws = new int[inner.length][];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = inner[random.nextInt(inner.length)];
    }
    return concatenate(draws);
  }

  static int[] concatenate(int[][] parts) {
    int length = 0;
    for (int[] part : parts) {
      length += part.length;
    }
    int[] whole = new int[length];
    int filled = 0;
    for (int[] part : parts) {
      System.arraycopy(part, 0, whole, filled, part.length);
      filled += part.length;
    }
    return whole;
  }
}
