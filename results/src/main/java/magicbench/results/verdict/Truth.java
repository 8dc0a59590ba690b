package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import magicbench.results.stats.Draw;
import magicbench.results.stats.RankedSample;
import magicbench.results.stats.Summary;

/**
 * The stand-alone scores of child models, and how far they can be trusted.
 *
 * @param scores of the trainings, for the child models in question
 * @param share the evaluation that counts
 */
record Truth(Scores scores, int share) {

  /** The mean over truth seeds, in the order of the child models. */
  double[] values() {
    return scores.meanAt(share);
  }

  /**
   * The noise ceiling: the agreement between one truth seed and another, mean over all pairs of
   * seeds. No score can be expected to agree with one seed's truth better than another seed does.
   *
   * @return empty with a single truth seed
   */
  Optional<Estimate> ceiling(TwoWay twoWay) {
    int seeds = scores.seeds().size();
    if (seeds < 2) {
      return Optional.empty();
    }
    List<RankedSample> ranked =
        IntStream.range(0, seeds)
            .mapToObj(seed -> new RankedSample(scores.at(seed, share)))
            .toList();
    return estimate(
        "noise ceiling: Kendall's tau-b between truth seeds",
        twoWay,
        children -> meanOverPairs(ranked, children));
  }

  private static double meanOverPairs(List<RankedSample> seeds, Draw children) {
    List<Double> pairs = new ArrayList<>();
    for (int one = 0; one < seeds.size(); one++) {
      for (int other = one + 1; other < seeds.size(); other++) {
        pairs.add(tau(seeds.get(one), seeds.get(other), children));
      }
    }
    return pairs.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static double tau(RankedSample one, RankedSample other, Draw children) {
    return one.kendallTauB(other, children).orElse(Double.NaN);
  }

  /** Whether the truth has settled: its agreement with itself one evaluation earlier. */
  Optional<Estimate> settled(TwoWay twoWay) {
    if (share == 0) {
      return Optional.empty();
    }
    RankedSample last = new RankedSample(values());
    RankedSample before = new RankedSample(scores.meanAt(share - 1));
    return estimate(
        "settled truth: Kendall's tau-b between its last two evaluations",
        twoWay,
        children -> tau(before, last, children));
  }

  /** How far child models differ: the standard deviation of their truth, in nats. */
  Optional<Estimate> spread() {
    double[] values = values();
    return values.length < 2
        ? Optional.empty()
        : Optional.of(
            new Estimate(
                "standard deviation of the truth over child models",
                Summary.standardDeviation(values),
                Optional.empty(),
                values.length,
                scores.seeds().size()));
  }

  /** The truth is one row: only child models are drawn anew. */
  private Optional<Estimate> estimate(
      String name, TwoWay twoWay, ToDoubleFunction<Draw> statistic) {
    int count = scores.architectures().size();
    return twoWay
        .estimate(name, 1, count, (row, children) -> statistic.applyAsDouble(children), 1)
        .map(
            found ->
                new Estimate(name, found.value(), found.interval(), count, scores.seeds().size()));
  }
}
