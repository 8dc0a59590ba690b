package magicbench.results.report;

import magicbench.results.claim.Claim;
import magicbench.results.claim.Direction;
import magicbench.results.claim.Metric;
import magicbench.results.claim.PaperValue;

/** What a claim asks, in words: of a correlation, of a gain, or of a level. */
final class ClaimWords {

  private ClaimWords() {}

  /** What is claimed, as a half sentence. */
  static String claimed(Claim claim) {
    Metric metric = claim.metric();
    if (metric.statesLevel()) {
      return reached(claim);
    }
    if (!metric.against().isEmpty()) {
      String what = metric.truth().isEmpty() ? Words.phrase(metric.outcome()) : "rank agreement";
      String plain =
          "%s is %s under %s than under %s"
              .formatted(
                  what,
                  claim.direction() == Direction.INCREASING ? "higher" : "lower",
                  claim.method(),
                  metric.against());
      return metric.beside().isEmpty() ? plain : grown(claim, what);
    }
    return "%s %s with growing %s"
        .formatted(
            Words.phrase(metric.outcome()),
            Words.direction(claim.direction()),
            Words.phrase(metric.cause()));
  }

  private static String reached(Claim claim) {
    PaperValue paper = claim.paperValue();
    return "%s under %s reaches the paper\u2019s %s %s (%s), but for the tolerance"
        .formatted(
            Words.phrase(claim.metric().outcome()),
            claim.method(),
            paper.value().map(Numbers::trimmed).orElse(Words.UNKNOWN),
            paper.unit(),
            Words.grade(paper.grade()));
  }

  /** Either difference may be below 0. */
  private static String grown(Claim claim, String what) {
    return "the difference of %s, %s minus %s, is %s than that of %s minus %s"
        .formatted(
            what,
            claim.method(),
            claim.metric().against(),
            claim.direction() == Direction.INCREASING ? "larger" : "smaller",
            claim.metric().beside().get(0),
            claim.metric().beside().get(1));
  }

  /** How it is measured. */
  static String measure(Claim claim) {
    Metric metric = claim.metric();
    if (metric.statesLevel()) {
      return level(metric);
    }
    if (!metric.truth().isEmpty() && !metric.against().isEmpty()) {
      return "%s: scores of table \u201c%s\u201d against trials \u201c%s\u201d, mean over the evaluations shown below along training; the truth is taken after %s of its own"
          .formatted(
              Words.phrase(metric.kind()),
              metric.table(),
              metric.truth(),
              Numbers.percent(metric.trainedShare()));
    }
    String heldFixed =
        metric.heldFixed().isEmpty()
            ? ""
            : ", with "
                + String.join(" and ", metric.heldFixed().stream().map(Words::phrase).toList())
                + " held fixed";
    return "%s over table \u201c%s\u201d%s, after %s of training"
        .formatted(
            Words.phrase(metric.kind()),
            metric.table(),
            heldFixed,
            Numbers.percent(metric.trainedShare()));
  }

  private static String level(Metric metric) {
    return "level: the mean over tasks and seeds of each network\u2019s \u201c%s\u201d after %s of training, minus the paper\u2019s value%s"
        .formatted(
            metric.outcome(),
            Numbers.percent(metric.trainedShare()),
            metric.limit().map(ClaimWords::limit).orElse(""));
  }

  private static String limit(Metric.Limit limit) {
    return "; each network has at most %s %s"
        .formatted(Numbers.trimmed(limit.most()), Words.phrase(limit.metric()));
  }

  /** What a verdict needs. */
  static String certainty(Claim claim) {
    if (claim.metric().statesLevel()) {
      return "interval of the mean at %s, wholly on one side of the least that counts; no test"
          .formatted(Numbers.percent(claim.decision().confidence()));
    }
    return "exact test at level %s within family \u201c%s\u201d, interval at %s"
        .formatted(
            Numbers.trimmed(claim.decision().level()),
            claim.decision().family(),
            Numbers.percent(claim.decision().confidence()));
  }

  /** What the effect is. */
  static String effect(Claim claim) {
    return claim.metric().statesLevel() ? "Mean minus the paper\u2019s value" : "Effect";
  }

  /** What the tolerance is. */
  static String tolerance(Claim claim) {
    return claim.metric().statesLevel()
        ? "How far below the paper\u2019s value still counts"
        : "Smallest effect that counts";
  }

  /** What a drawing's dashed line is, and where. */
  static String dashes(Claim claim) {
    return claim.metric().statesLevel()
        ? "Zero: the paper\u2019s value. Dashed: the least that counts."
        : "Dashed: the tolerance, on the claimed side of zero.";
  }
}
