package magicbench.results.verdict;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import magicbench.results.stats.PartialRankCorrelation;
import magicbench.results.stats.ResampledSpearman;

/** Spearman's correlation with the sample's strata held fixed; with one stratum the plain one. */
final class PartialSpearman implements Estimator {

  @Override
  public OptionalDouble of(Sample sample) {
    return PartialRankCorrelation.spearman(sample.cause(), sample.outcome(), sample.strata());
  }

  @Override
  public ToDoubleFunction<int[]> resampler(Sample sample, int[] clusters) {
    return new ResampledSpearman(sample.cause(), sample.outcome(), sample.strata())::of;
  }
}
