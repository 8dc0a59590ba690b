package magicbench.results.verdict;

import java.util.List;
import magicbench.results.claim.Metric;

/** The effect along training, by the estimators and with the intervals of the decisive stage. */
final class Stages {

  private Stages() {}

  /** One stage for each share of training that every record was probed at, rising. */
  static List<Stage> of(Inquiry inquiry) {
    return inquiry.rows(inquiry.claim().metric().table()).shares().stream()
        .map(share -> of(inquiry, share))
        .toList();
  }

  private static Stage of(Inquiry inquiry, double trainedShare) {
    MetricKind kind = inquiry.kind();
    Observations observations = inquiry.at(trainedShare);
    Effect effect = new Effect(inquiry, observations);
    return new Stage(
        trainedShare,
        effect.overEverySeed(inquiry.name(kind.statistic()), kind.decisive()),
        effect.overEverySeed(inquiry.name(kind.alternativeStatistic()), kind.alternative()),
        Levels.of(observations).curve(inquiry));
  }

  /**
   * The stage after a share of training.
   *
   * @throws magicbench.results.file.InputException when a record wasn't probed there
   */
  static Stage at(double trainedShare, List<Stage> stages, Inquiry inquiry) {
    return stages.stream()
        .filter(stage -> Metric.isSameShare(stage.trainedShare(), trainedShare))
        .findFirst()
        .orElseGet(() -> of(inquiry, trainedShare));
  }
}
