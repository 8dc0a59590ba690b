package magicbench.harness.experiment;

import java.util.ArrayList;
import java.util.List;

/**
 * What a scored training run measured so far, as its progress file holds it.
 *
 * @param scores in the order of measuring
 * @param probes in the order of measuring
 * @param trainingSeconds time spent on training steps
 * @param scoringSeconds time spent on scoring
 * @param probeSeconds time spent on probing
 */
record ScoreProgress(
    List<Scored> scores,
    List<ProbeProgress.Probed> probes,
    double trainingSeconds,
    double scoringSeconds,
    double probeSeconds) {

  /** Nothing measured yet. */
  static final ScoreProgress NONE = new ScoreProgress(List.of(), List.of(), 0, 0, 0);

  ScoreProgress {
    scores = List.copyOf(scores);
    probes = List.copyOf(probes);
  }

  /**
   * One scoring.
   *
   * @param trainedShare after which share of the training
   * @param step after how many steps
   * @param losses in nats, in the order of the child models
   */
  record Scored(double trainedShare, long step, List<Double> losses) {

    Scored {
      losses = List.copyOf(losses);
    }
  }

  ScoreProgress trained(double seconds) {
    return new ScoreProgress(
        scores, probes, trainingSeconds + seconds, scoringSeconds, probeSeconds);
  }

  ScoreProgress with(Scored scored, double seconds) {
    List<Scored> more = new ArrayList<>(scores);
    more.add(scored);
    return new ScoreProgress(more, probes, trainingSeconds, scoringSeconds + seconds, probeSeconds);
  }

  ScoreProgress with(ProbeProgress.Probed probed, double seconds) {
    List<ProbeProgress.Probed> more = new ArrayList<>(probes);
    more.add(probed);
    return new ScoreProgress(scores, more, trainingSeconds, scoringSeconds, probeSeconds + seconds);
  }

  boolean hasScored(double trainedShare) {
    return scores.stream().anyMatch(done -> done.trainedShare() == trainedShare);
  }
}
