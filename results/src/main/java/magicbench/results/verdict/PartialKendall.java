package magicbench.results.verdict;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import magicbench.results.stats.ClusteredKendall;
import magicbench.results.stats.PartialRankCorrelation;

/** Kendall's tau-b over the pairs of rows of one stratum; with one stratum the plain one. */
final class PartialKendall implements Estimator {

  @Override
  public OptionalDouble of(Sample sample) {
    return PartialRankCorrelation.kendall(sample.cause(), sample.outcome(), sample.strata());
  }

  @Override
  public ToDoubleFunction<int[]> resampler(Sample sample, int[] clusters) {
    return new ClusteredKendall(sample.cause(), sample.outcome(), sample.strata(), clusters)::of;
  }
}
