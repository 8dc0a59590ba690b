package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import magicbench.results.claim.Metric;

/** Other estimates of a claim's effect, so that a reader sees how far it hangs on the choice. */
final class Alternatives {

  private static final String LAYER = "layer";

  private final Inquiry inquiry;
  private final Observations observations;

  private Alternatives(Inquiry inquiry, Observations observations) {
    this.inquiry = inquiry;
    this.observations = observations;
  }

  static List<Estimate> of(Inquiry inquiry, Observations observations) {
    return new Alternatives(inquiry, observations).all();
  }

  private List<Estimate> all() {
    MetricKind kind = inquiry.kind();
    String name = inquiry.name(kind.statistic());
    List<Estimate> all = new ArrayList<>();
    all.addAll(overSeeds(name + ", Student's interval over seeds", observations, kind.decisive()));
    all.addAll(
        bootstrapped(inquiry.name(kind.alternativeStatistic()), observations, kind.alternative()));
    all.addAll(
        new Effect(inquiry, observations)
            .pooled(name + ", rows of all seeds pooled", kind.decisive()));
    if (kind.holdsFixed()) {
      all.addAll(layerHeldFixed(name, kind));
      all.addAll(overSeeds(name + ", mean over strata", observations, withinStrata(kind)));
    }
    return all;
  }

  private List<Estimate> overSeeds(String name, Observations rows, Estimator estimator) {
    double[] perSeed = Estimates.defined(rows.perSeed(estimator));
    return perSeed.length == 0
        ? List.of()
        : List.of(Estimates.ofCorrelations(name, perSeed, rows.size(), inquiry.confidence()));
  }

  private List<Estimate> layerHeldFixed(String name, MetricKind kind) {
    Metric metric = inquiry.claim().metric();
    if (metric.heldFixed().contains(LAYER) || !observations.rows().have(LAYER)) {
      return List.of();
    }
    List<String> columns = new ArrayList<>(metric.heldFixed());
    columns.add(LAYER);
    Observations layered = observations.withStrata(observations.rows().by(columns).codes());
    return bootstrapped(name + ", layer held fixed too", layered, kind.decisive());
  }

  /** With the interval of the effect that decides; empty where a seed's own is undefined. */
  private List<Estimate> bootstrapped(String name, Observations rows, Estimator estimator) {
    double[] perSeed = Estimates.defined(rows.perSeed(estimator));
    return perSeed.length < rows.seeds()
        ? List.of()
        : List.of(new Effect(inquiry, rows).meanOverSeeds(name, estimator, perSeed));
  }

  /** Each stratum on its own, all weighing the same however many rows they hold. */
  private static Estimator withinStrata(MetricKind kind) {
    return sample -> {
      int[] strata = sample.strata();
      List<OptionalDouble> each =
          Arrays.stream(strata)
              .distinct()
              .mapToObj(stratum -> kind.decisive().of(sample.select(rowsOf(strata, stratum))))
              .toList();
      double mean = Estimates.meanOfDefined(each);
      return Double.isNaN(mean) ? OptionalDouble.empty() : OptionalDouble.of(mean);
    };
  }

  private static int[] rowsOf(int[] strata, int stratum) {
    return IntStream.range(0, strata.length).filter(row -> strata[row] == stratum).toArray();
  }
}
