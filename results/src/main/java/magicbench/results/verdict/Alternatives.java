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
  private final Stage decisive;

  private Alternatives(Inquiry inquiry, Observations observations, Stage decisive) {
    this.inquiry = inquiry;
    this.observations = observations;
    this.decisive = decisive;
  }

  /** All of them at the decisive stage. */
  static List<Estimate> of(Inquiry inquiry, Observations observations, Stage decisive) {
    return new Alternatives(inquiry, observations, decisive).all();
  }

  private List<Estimate> all() {
    MetricKind kind = inquiry.kind();
    String name = inquiry.name(kind.statistic());
    List<Estimate> all = new ArrayList<>();
    all.addAll(overSeeds(name + ", Student's interval over seeds", observations, kind.decisive()));
    decisive.alternative().ifPresent(all::add);
    all.addAll(pooled(kind.statistic(), kind.decisive()));
    all.addAll(pooled(kind.alternativeStatistic(), kind.alternative()));
    if (kind.holdsFixed()) {
      all.addAll(layerHeldFixed(name, kind));
      all.addAll(overSeeds(name + ", mean over strata", observations, withinStrata(kind)));
    }
    return all;
  }

  private List<Estimate> pooled(String statistic, Estimator estimator) {
    String name = inquiry.name(statistic) + ", rows of all seeds pooled";
    return new Effect(inquiry, observations).pooled(name, estimator);
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
    return new Effect(inquiry, layered)
        .overEverySeed(name + ", layer held fixed too", kind.decisive()).stream().toList();
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
