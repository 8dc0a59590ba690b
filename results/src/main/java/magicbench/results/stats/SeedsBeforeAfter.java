package magicbench.results.stats;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * A number of each seed before something changed, and after it: what a comparison of two runs rests
 * on, seed by seed or as two independent samples of seeds.
 *
 * @param before by seed, at least one
 * @param after by seed, at least one
 */
public record SeedsBeforeAfter(SortedMap<Long, Double> before, SortedMap<Long, Double> after) {

  /** Keeps immutable copies. */
  public SeedsBeforeAfter {
    before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
    if (before.isEmpty() || after.isEmpty()) {
      throw new IllegalArgumentException(
          "seeds before are " + before.keySet() + ", after " + after.keySet() + "; one is needed");
    }
  }

  /**
   * The seeds of both sides.
   *
   * @return ascending, may be empty
   */
  public SortedSet<Long> common() {
    SortedSet<Long> common = new TreeSet<>(before.keySet());
    common.retainAll(after.keySet());
    return Collections.unmodifiableSortedSet(common);
  }

  /**
   * The numbers before.
   *
   * @return one a seed, in the seeds' order
   */
  public double[] valuesBefore() {
    return values(before.values());
  }

  /**
   * The numbers after.
   *
   * @return one a seed, in the seeds' order
   */
  public double[] valuesAfter() {
    return values(after.values());
  }

  private static double[] values(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * By how much each seed of both sides moved.
   *
   * @return after less before, in the seeds' order
   */
  public double[] differences() {
    return common().stream().mapToDouble(seed -> after.get(seed) - before.get(seed)).toArray();
  }

  /**
   * By how much the mean moved, whatever the seeds.
   *
   * @return the mean after less the mean before
   */
  public double meanMoved() {
    return Summary.mean(valuesAfter()) - Summary.mean(valuesBefore());
  }

  /**
   * Whether two independent samples can be compared: both have at least two seeds, and the seeds of
   * one of them don't all agree.
   *
   * @return whether {@link #welch} is defined
   */
  public boolean tellsSpread() {
    return before.size() >= 2
        && after.size() >= 2
        && (varies(valuesBefore()) || varies(valuesAfter()));
  }

  private static boolean varies(double[] values) {
    return DoubleStream.of(values).distinct().count() > 1;
  }

  /**
   * Each seed against itself.
   *
   * @param confidence of the interval, strictly between 0 and 1
   * @return the mean difference of the seeds of both sides
   * @throws IllegalArgumentException when these are fewer than two
   */
  public PairedT paired(double confidence) {
    return PairedT.of(differences(), confidence);
  }

  /**
   * Seeds against other seeds.
   *
   * @param confidence of the interval, strictly between 0 and 1
   * @return the difference of the means
   * @throws IllegalArgumentException when the seeds don't {@linkplain #tellsSpread tell a spread}
   */
  public Welch welch(double confidence) {
    return Welch.of(valuesBefore(), valuesAfter(), confidence);
  }
}
