package magicbench.results.verdict;

import java.util.Arrays;
import java.util.OptionalDouble;
import magicbench.results.stats.Draw;
import magicbench.results.stats.RankedSample;

/** How far scores and truth agree about the same child models, as one number from -1 to 1. */
enum Agreement {

  /** Kendall's tau-b: tied pairs count for neither side, and shrink the denominator. */
  TAU("Kendall's tau-b"),

  /** Spearman's rho. */
  SPEARMAN("Spearman's rho"),

  /** Pearson's correlation. */
  PEARSON("Pearson's correlation"),

  /**
   * Kendall's tau-b with the truth rounded, so that child models that hardly differ are tied (Yu et
   * al. 2020, How to Train Your Super-Net, round accuracies to 0.1 %; here losses to 0.01 nats).
   */
  ROUNDED("rounded Kendall's tau-b");

  private static final double STEPS_A_NAT = 100;

  private final String statistic;

  Agreement(String statistic) {
    this.statistic = statistic;
  }

  String statistic() {
    return statistic;
  }

  /**
   * The agreement of drawn child models.
   *
   * @param scores one a child model
   * @param truth of the same child models
   * @param children which child models
   * @return -1 to 1; NaN where one of them doesn't vary
   */
  double of(RankedSample scores, TrueScores truth, Draw children) {
    return found(scores, truth, children).orElse(Double.NaN);
  }

  private OptionalDouble found(RankedSample scores, TrueScores truth, Draw children) {
    return switch (this) {
      case TAU -> scores.kendallTauB(truth.exact(), children);
      case SPEARMAN -> scores.spearman(truth.exact(), children);
      case PEARSON -> scores.pearson(truth.exact(), children);
      case ROUNDED -> scores.kendallTauB(truth.rounded(), children);
    };
  }

  /**
   * What scores are held against.
   *
   * @param exact one a child model
   * @param rounded the same, rounded
   */
  record TrueScores(RankedSample exact, RankedSample rounded) {

    static TrueScores of(double[] truth) {
      double[] rounded = Arrays.stream(truth).map(loss -> Math.rint(STEPS_A_NAT * loss)).toArray();
      return new TrueScores(new RankedSample(truth), new RankedSample(rounded));
    }
  }
}
