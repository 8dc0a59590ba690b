package magicbench.results.verdict;

import java.util.List;
import java.util.OptionalDouble;
import magicbench.results.stats.ClusterBootstrap;
import magicbench.results.stats.Interval;
import magicbench.results.stats.Summary;

/**
 * Effects with an interval from the two-level cluster bootstrap: super-net seeds are drawn anew,
 * and within each the base child models, whose pairs stay together.
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
    Sample sample = observations.sample();
    Interval interval =
        bootstrap(name)
            .intervalByOuter(
                observations.seedOf(),
                observations.clusterOf(),
                draws -> Estimates.meanOfDefined(ofEach(draws, sample, estimator)));
    return new Estimate(
        name, Summary.mean(perSeed), interval, observations.size(), observations.seeds());
  }

  private static List<OptionalDouble> ofEach(
      List<int[]> draws, Sample sample, Estimator estimator) {
    return draws.stream().map(rows -> estimator.of(sample.select(rows))).toList();
  }

  /** The estimate over the rows of all seeds at once, where it is defined. */
  List<Estimate> pooled(String name, Estimator estimator) {
    Sample sample = observations.sample();
    return estimator.of(sample).stream().mapToObj(value -> pooled(name, estimator, value)).toList();
  }

  private Estimate pooled(String name, Estimator estimator, double value) {
    Sample sample = observations.sample();
    Interval interval =
        bootstrap(name)
            .interval(
                observations.seedOf(),
                observations.clusterOf(),
                rows -> estimator.of(sample.select(rows)).orElse(Double.NaN));
    return new Estimate(name, value, interval, observations.size(), observations.seeds());
  }

  private ClusterBootstrap bootstrap(String name) {
    long seed = inquiry.seeds().stream("bootstrap/" + name);
    return new ClusterBootstrap(seed, RESAMPLES, inquiry.confidence());
  }
}
