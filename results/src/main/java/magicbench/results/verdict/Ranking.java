package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import magicbench.results.stats.Draw;
import magicbench.results.stats.RankedSample;
import magicbench.results.stats.TopRanks;

/**
 * How one method ranks child models, against their truth. Either low is good in both (losses), or
 * high is.
 */
final class Ranking {

  private final Scores scores;
  private final double[] truth;
  private final boolean lowIsGood;
  private final List<List<RankedSample>> ranked;
  private final Agreement.TrueScores trueScores;

  /** Truths in the order of the scores' child models. */
  Ranking(Scores scores, double[] truth, boolean lowIsGood) {
    this(scores, truth, lowIsGood, ranked(scores));
  }

  private Ranking(
      Scores scores, double[] truth, boolean lowIsGood, List<List<RankedSample>> ranked) {
    this.scores = scores;
    this.truth = truth.clone();
    this.lowIsGood = lowIsGood;
    this.ranked = ranked;
    this.trueScores = Agreement.TrueScores.of(truth);
  }

  /** By seed and evaluation. */
  private static List<List<RankedSample>> ranked(Scores scores) {
    return IntStream.range(0, scores.seeds().size())
        .mapToObj(
            seed ->
                IntStream.range(0, scores.shares().size())
                    .mapToObj(share -> new RankedSample(scores.at(seed, share)))
                    .toList())
        .toList();
  }

  /** Whether a column holds losses: any other name holds what should be high. */
  static boolean isLow(String column) {
    return column.equals("loss");
  }

  Scores scores() {
    return scores;
  }

  double[] truth() {
    return truth.clone();
  }

  /** All child models once, in their order. */
  Draw everyChild() {
    return Draw.everyOne(truth.length);
  }

  /**
   * The agreement of one seed, averaged over the evaluations: one checkpoint alone favours the
   * child models that happened to be trained last.
   *
   * @param children which child models
   */
  double agreement(Agreement agreement, int seed, Draw children) {
    double sum = 0;
    for (int share = 0; share < scores.shares().size(); share++) {
      sum += agreement(agreement, seed, share, children);
    }
    return sum / scores.shares().size();
  }

  /** The agreement of one seed at one evaluation; NaN where scores or truth don't vary. */
  double agreement(Agreement agreement, int seed, int share, Draw children) {
    return agreement.of(ranked.get(seed).get(share), trueScores, children);
  }

  /** The agreement of every seed. */
  double[] agreements(Agreement agreement) {
    Draw children = everyChild();
    return perSeed(seed -> agreement(agreement, seed, children));
  }

  /** The share of the k best-scored that are among the k truly best, by seed. */
  double[] precisionAt(int k) {
    double[] good = turned(truth);
    return perSeed(
        seed -> meanOverShares(seed, scored -> TopRanks.precisionAt(turned(scored), good, k)));
  }

  /** How much worse the best-scored truly is than the truly best, by seed, in its unit. */
  double[] regret() {
    double[] good = turned(truth);
    return perSeed(seed -> meanOverShares(seed, scored -> TopRanks.regret(turned(scored), good)));
  }

  /** So that low is good. */
  private double[] turned(double[] values) {
    return lowIsGood ? values : Arrays.stream(values).map(value -> -value).toArray();
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
    return new Ranking(scores, otherTruth, lowIsGood, ranked);
  }
}
