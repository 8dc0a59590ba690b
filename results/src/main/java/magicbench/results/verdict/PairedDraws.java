package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import magicbench.results.stats.Interval;
import magicbench.results.stats.Summary;

/**
 * Numbers of several methods by the same seeds, and over the same resamples, so that they can be
 * ranked and compared in pairs.
 *
 * @param perSeed one number a seed, by method; high is good
 * @param resampled one entry a resample, with a mean for each method in the order of their names
 * @param rowsASeed how many rows a seed's number rests on
 * @param most a number lies between -most and most; infinite where it may be any
 * @param confidence of the intervals
 */
record PairedDraws(
    SortedMap<String, double[]> perSeed,
    List<double[]> resampled,
    int rowsASeed,
    double most,
    double confidence) {

  /** Keeps immutable copies. */
  PairedDraws {
    perSeed = new TreeMap<>(perSeed);
    resampled = List.copyOf(resampled);
  }

  /** Ranks the methods, and holds each against the one that draws at random. */
  RandomComparison compare(String measured) {
    List<String> methods = List.copyOf(perSeed.keySet());
    Optional<String> baseline =
        RandomComparison.AT_RANDOM.stream().filter(methods::contains).findFirst();
    List<RandomComparison.Row> rows = new ArrayList<>();
    for (int place = 0; place < methods.size(); place++) {
      int at = place;
      String method = methods.get(place);
      rows.add(
          new RandomComparison.Row(
              method,
              estimate(measured + " of " + method, perSeed.get(method), drawn -> drawn[at], most),
              rank(method, place),
              baseline
                  .filter(other -> !other.equals(method))
                  .map(other -> difference(measured, method, other, methods)),
              Optional.empty()));
    }
    rows.sort(
        Comparator.comparingDouble((RandomComparison.Row row) -> -row.value().value())
            .thenComparing(RandomComparison.Row::method));
    return new RandomComparison(measured, baseline, rows);
  }

  private Estimate difference(String measured, String method, String other, List<String> methods) {
    int own = methods.indexOf(method);
    int others = methods.indexOf(other);
    return estimate(
        measured + " of " + method + " minus that of " + other,
        Gains.differences(perSeed.get(method), perSeed.get(other)),
        drawn -> drawn[own] - drawn[others],
        2 * most);
  }

  /** What is said of one resample. */
  @FunctionalInterface
  private interface Drawn {

    double of(double[] means);
  }

  private Estimate estimate(String name, double[] values, Drawn statistic, double widest) {
    int rows = values.length * rowsASeed;
    if (values.length < 2) {
      return new Estimate(name, Summary.mean(values), Optional.empty(), rows, values.length);
    }
    return Gains.hull(name, values, interval(statistic), rows, widest);
  }

  private Interval interval(Drawn statistic) {
    double[] values =
        resampled.stream().mapToDouble(statistic::of).filter(Double::isFinite).toArray();
    double tail = (1 - confidence) / 2;
    return new Interval(
        Summary.quantile(values, tail), Summary.quantile(values, 1 - tail), confidence);
  }

  private Estimate rank(String method, int place) {
    double[] means = perSeed.values().stream().mapToDouble(Summary::mean).toArray();
    int seeds = perSeed.get(method).length;
    Optional<Interval> ranks =
        seeds < 2 ? Optional.empty() : Optional.of(outwards(interval(drawn -> rank(drawn, place))));
    return new Estimate("rank of " + method, rank(means, place), ranks, seeds * rowsASeed, seeds);
  }

  /** Undefined where any mean is: who is missing has no rank, and moves those of others. */
  private static double rank(double[] means, int place) {
    return Arrays.stream(means).allMatch(Double::isFinite)
        ? 1 + IntStream.range(0, means.length).filter(i -> means[i] > means[place]).count()
        : Double.NaN;
  }

  private static Interval outwards(Interval ranks) {
    return new Interval(Math.floor(ranks.low()), Math.ceil(ranks.high()), ranks.confidence());
  }
}
