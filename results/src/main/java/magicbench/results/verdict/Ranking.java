package magicbench.results.verdict;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import magicbench.results.stats.TopRanks;

/**
 * How one method ranks child models, against their truth. Small scores and small truths are good:
 * both are losses.
 */
final class Ranking {

  private final Scores scores;
  private final double[] truth;

  /** Truths in the order of the scores' child models. */
  Ranking(Scores scores, double[] truth) {
    this.scores = scores;
    this.truth = truth.clone();
  }

  Scores scores() {
    return scores;
  }

  double[] truth() {
    return truth.clone();
  }

  /** All child models, in their order. */
  int[] everyChild() {
    return IntStream.range(0, truth.length).toArray();
  }

  /**
   * The agreement of one seed, averaged over the evaluations: one checkpoint alone favours the
   * child models that happened to be trained last.
   *
   * @param children which child models, each as often as named
   */
  double agreement(Agreement agreement, int seed, int[] children) {
    double sum = 0;
    for (int share = 0; share < scores.shares().size(); share++) {
      sum += agreement(agreement, seed, share, children);
    }
    return sum / scores.shares().size();
  }

  /** The agreement of one seed at one evaluation; NaN where scores or truth don't vary. */
  double agreement(Agreement agreement, int seed, int share, int[] children) {
    return agreement.of(
        Scores.pick(scores.at(seed, share), children), Scores.pick(truth, children));
  }

  /** The agreement of every seed. */
  double[] agreements(Agreement agreement) {
    int[] children = everyChild();
    return perSeed(seed -> agreement(agreement, seed, children));
  }

  /** The share of the k best-scored that are among the k truly best, by seed. */
  double[] precisionAt(int k) {
    return perSeed(seed -> meanOverShares(seed, scored -> TopRanks.precisionAt(scored, truth, k)));
  }

  /** How much worse the best-scored truly is than the truly best, by seed, in nats. */
  double[] regret() {
    return perSeed(seed -> meanOverShares(seed, scored -> TopRanks.regret(scored, truth)));
  }

  private double meanOverShares(int seed, ToDoubleFunction<double[]> figure) {
    return IntStream.range(0, scores.shares().size())
        .mapToDouble(share -> figure.applyAsDouble(scores.at(seed, share)))
        .average()
        .orElseThrow();
  }

  private double[] perSeed(IntToDoubleFunction figure) {
    double[] perSeed = new double[scores.seeds().size()];
    Arrays.setAll(perSeed, figure);
    return perSeed;
  }

  /** The same scores held against another truth. */
  Ranking with(double[] otherTruth) {
    return new Ranking(scores, otherTruth);
  }
}
