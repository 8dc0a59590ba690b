package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * The cause of whole pairs, dealt out anew among the pairs of one seed and stratum.
 *
 * <p>A pair of child models is a base child model and a number of differences: its rows, one a
 * shared operator, are the exchangeable unit (permutation within blocks: Winkler and others,
 * NeuroImage 123, 2015). Where the cause is one number a pair, as the number of differences is,
 * each pair takes over another's number. Where it differs from row to row, as a similarity does,
 * the pairs' causes are laid end to end in a new order, each pair's own mixed, and cut anew: they
 * stay together, whole where pairs have equally many rows, but belong to no layer any more.
 */
final class DealtCauses {

  private final double[] cause;
  private final List<Cell> cells;

  private DealtCauses(double[] cause, List<Cell> cells) {
    this.cause = cause;
    this.cells = cells;
  }

  /**
   * The pairs that change places with each other.
   *
   * @param pairs each pair's row numbers
   * @param isConstant whether each pair has one cause
   */
  private record Cell(List<int[]> pairs, boolean isConstant) {}

  static DealtCauses of(Observations observations) {
    double[] cause = observations.sample().cause();
    int[] seedOf = observations.seedOf();
    int[] strata = observations.sample().strata();
    int[] pairOf = observations.pairOf();
    List<Cell> cells =
        IntStream.range(0, cause.length)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    row -> ((long) seedOf[row] << Integer.SIZE) | strata[row],
                    TreeMap::new,
                    Collectors.toList()))
            .values()
            .stream()
            .map(rows -> cell(rows, pairOf, cause))
            .toList();
    return new DealtCauses(cause, cells);
  }

  private static Cell cell(List<Integer> rows, int[] pairOf, double[] cause) {
    List<int[]> pairs =
        rows.stream()
            .collect(Collectors.groupingBy(row -> pairOf[row], TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(pair -> pair.stream().mapToInt(Integer::intValue).toArray())
            .toList();
    boolean isConstant =
        pairs.stream()
            .allMatch(pair -> Arrays.stream(pair).allMatch(row -> cause[row] == cause[pair[0]]));
    return new Cell(pairs, isConstant);
  }

  /** One deal: a cause for every row. */
  double[] deal(UniformRandomProvider random) {
    double[] dealt = cause.clone();
    cells.forEach(cell -> deal(cell, dealt, random));
    return dealt;
  }

  private void deal(Cell cell, double[] dealt, UniformRandomProvider random) {
    int[] order = PermutationSampler.natural(cell.pairs().size());
    PermutationSampler.shuffle(random, order);
    if (cell.isConstant()) {
      for (int i = 0; i < order.length; i++) {
        double given = cause[cell.pairs().get(order[i])[0]];
        Arrays.stream(cell.pairs().get(i)).forEach(row -> dealt[row] = given);
      }
      return;
    }
    int[] givers =
        Arrays.stream(order)
            .mapToObj(place -> mixed(cell.pairs().get(place), random))
            .flatMapToInt(Arrays::stream)
            .toArray();
    int[] takers = cell.pairs().stream().flatMapToInt(Arrays::stream).toArray();
    for (int i = 0; i < takers.length; i++) {
      dealt[takers[i]] = cause[givers[i]];
    }
  }

  private static int[] mixed(int[] rows, UniformRandomProvider random) {
    int[] mixed = rows.clone();
    PermutationSampler.shuffle(random, mixed);
    return mixed;
  }
}
