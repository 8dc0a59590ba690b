package magicbench.results.verdict;

import java.util.Arrays;
import java.util.OptionalDouble;
import magicbench.results.stats.RankCorrelation;

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
   * The agreement.
   *
   * @param scores one a child model
   * @param truth one a child model
   * @return -1 to 1; NaN where one of them doesn't vary
   */
  double of(double[] scores, double[] truth) {
    return found(scores, truth).orElse(Double.NaN);
  }

  private OptionalDouble found(double[] scores, double[] truth) {
    return switch (this) {
      case TAU -> RankCorrelation.kendallTauB(scores, truth);
      case SPEARMAN -> RankCorrelation.spearman(scores, truth);
      case PEARSON -> RankCorrelation.pearson(scores, truth);
      case ROUNDED -> RankCorrelation.kendallTauB(scores, rounded(truth));
    };
  }

  private static double[] rounded(double[] truth) {
    return Arrays.stream(truth).map(loss -> Math.rint(STEPS_A_NAT * loss)).toArray();
  }
}
