package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import magicbench.results.stats.ClusterBootstrap;
import magicbench.results.stats.Interval;
import magicbench.results.stats.MeanInterval;
import magicbench.results.stats.Summary;

/**
 * Effects with an interval from the two-level cluster bootstrap: super-net seeds are drawn anew,
 * and within each the base child models, whose pairs stay together.
 *
 * <p>With few seeds that bootstrap is too narrow where seeds differ much, and Student's t over the
 * seeds' own estimates is too narrow where they hardly differ: the effect that a verdict rests on
 * gets the hull of the two.
 */
final class Effect {

  private static final int RESAMPLES = 2000;

  private final Inquiry inquiry;
  private final Observations observations;

  Effect(Inquiry inquiry, Observations observations) {
    this.inquiry = inquiry;
    this.observations = observations;
  }

  /**
   * The mean over seeds of the estimate within each.
   *
   * @param perSeed that estimate for every seed
   */
  Estimate meanOverSeeds(String name, Estimator estimator, double[] perSeed) {
    List<ToDoubleFunction<int[]>> resamplers =
        IntStream.range(0, observations.seeds())
            .mapToObj(observations::rowsOf)
            .map(rows -> estimator.resampler(observations.sample().select(rows)))
            .toList();
    int[] seedOf = observations.seedOf();
    int[] placeOf = observations.placesWithinSeeds();
    Interval interval =
        bootstrap(name)
            .intervalByOuter(
                seedOf,
                observations.clusterOf(),
                draws ->
                    draws.stream()
                        .mapToDouble(
                            rows ->
                                resamplers.get(seedOf[rows[0]]).applyAsDouble(at(placeOf, rows)))
                        .filter(Double::isFinite)
                        .average()
                        .orElse(Double.NaN));
    return new Estimate(
        name,
        Summary.mean(perSeed),
        hull(interval, perSeed),
        observations.size(),
        observations.seeds());
  }

  private static Interval hull(Interval bootstrap, double[] perSeed) {
    if (perSeed.length < 2) {
      return bootstrap;
    }
    Interval overSeeds = MeanInterval.studentT(perSeed, bootstrap.confidence());
    return new Interval(
        Math.min(bootstrap.low(), overSeeds.low()),
        Math.max(bootstrap.high(), overSeeds.high()),
        bootstrap.confidence());
  }

  private static int[] at(int[] placeOf, int[] rows) {
    int[] places = new int[rows.length];
    Arrays.setAll(places, i -> placeOf[rows[i]]);
    return places;
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
                estimator.resampler(observations.sample()));
    return new Estimate(name, value, interval, observations.size(), observations.seeds());
  }

  private ClusterBootstrap bootstrap(String name) {
    long seed = inquiry.seeds().stream("bootstrap/" + name);
    return new ClusterBootstrap(seed, RESAMPLES, inquiry.confidence());
  }
}
