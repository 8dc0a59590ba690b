package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import magicbench.results.stats.ClusterBootstrap;
import magicbench.results.stats.Interval;
import magicbench.results.stats.Summary;

/**
 * Effects with an interval from the two-level cluster bootstrap: super-net seeds are drawn anew,
 * and within each the base child models, whose pairs stay together.
 *
 * <p>With few seeds that bootstrap is too narrow where seeds differ much, and Student's t over the
 * seeds' own estimates is too narrow where they hardly differ: every effect, whether a verdict
 * rests on it or it is one line of a breakdown, gets the hull of the two.
 */
final class Effect {

  private static final int RESAMPLES = 2000;

  private final Inquiry inquiry;
  private final Observations observations;

  Effect(Inquiry inquiry, Observations observations) {
    this.inquiry = inquiry;
    this.observations = observations;
  }

  /** The mean over seeds of the estimate within each; empty where a seed's is undefined. */
  Optional<Estimate> overEverySeed(String name, Estimator estimator) {
    double[] perSeed = Estimates.defined(observations.perSeed(estimator));
    return perSeed.length < observations.seeds()
        ? Optional.empty()
        : Optional.of(mean(name, estimator, perSeed));
  }

  /** The same over the seeds in which it is defined, and their rows; empty where in none. */
  Optional<Estimate> overDefinedSeeds(String name, Estimator estimator) {
    List<OptionalDouble> perSeed = observations.perSeed(estimator);
    int[] seedOf = observations.seedOf();
    Observations defined = observations.where(row -> perSeed.get(seedOf[row]).isPresent());
    return defined.size() == 0
        ? Optional.empty()
        : Optional.of(
            new Effect(inquiry, defined).mean(name, estimator, Estimates.defined(perSeed)));
  }

  private Estimate mean(String name, Estimator estimator, double[] perSeed) {
    return new Estimate(
        name,
        Summary.mean(perSeed),
        hull(bootstrap(name, estimator), perSeed),
        observations.size(),
        perSeed.length);
  }

  private Interval bootstrap(String name, Estimator estimator) {
    int[] seedOf = observations.seedOf();
    int[] placeOf = observations.placesWithinSeeds();
    int[] clusterOf = observations.clusterOf();
    List<ToDoubleFunction<int[]>> resamplers =
        IntStream.range(0, observations.seeds())
            .mapToObj(observations::rowsOf)
            .map(
                rows ->
                    estimator.resampler(observations.sample().select(rows), at(clusterOf, rows)))
            .toList();
    return bootstrap(name)
        .intervalByOuter(
            seedOf,
            clusterOf,
            draws ->
                draws.stream()
                    .mapToDouble(
                        rows -> resamplers.get(seedOf[rows[0]]).applyAsDouble(at(placeOf, rows)))
                    .filter(Double::isFinite)
                    .average()
                    .orElse(Double.NaN));
  }

  /** One seed without spread between its base child models tells nothing of where it may lie. */
  private static Optional<Interval> hull(Interval bootstrap, double[] perSeed) {
    if (perSeed.length < 2) {
      return Optional.of(bootstrap).filter(found -> found.low() < found.high());
    }
    Interval overSeeds = Estimates.intervalOfCorrelations(perSeed, bootstrap.confidence());
    return Optional.of(
        new Interval(
            Math.min(bootstrap.low(), overSeeds.low()),
            Math.max(bootstrap.high(), overSeeds.high()),
            bootstrap.confidence()));
  }

  private static int[] at(int[] values, int[] rows) {
    int[] chosen = new int[rows.length];
    Arrays.setAll(chosen, i -> values[rows[i]]);
    return chosen;
  }

  /** The estimate over the rows of all seeds at once, where it is defined. */
  List<Estimate> pooled(String name, Estimator estimator) {
    return estimator.of(observations.sample()).stream()
        .mapToObj(value -> pooled(name, estimator, value))
        .toList();
  }

  private Estimate pooled(String name, Estimator estimator, double value) {
    Interval interval =
        bootstrap(name)
            .interval(
                observations.seedOf(),
                observations.clusterOf(),
                estimator.resampler(observations.sample(), clustersOfAllSeeds()));
    return Estimate.within(name, value, interval, observations.size(), observations.seeds());
  }

  /** The same base child model in two super-nets is two clusters. */
  private int[] clustersOfAllSeeds() {
    int[] seedOf = observations.seedOf();
    int[] clusterOf = observations.clusterOf();
    int clusters = 1 + Arrays.stream(clusterOf).max().orElse(0);
    int[] combined = new int[seedOf.length];
    Arrays.setAll(combined, row -> seedOf[row] * clusters + clusterOf[row]);
    return combined;
  }

  private ClusterBootstrap bootstrap(String name) {
    long seed = inquiry.seeds().stream("bootstrap/" + name);
    return new ClusterBootstrap(seed, RESAMPLES, inquiry.confidence());
  }
}
