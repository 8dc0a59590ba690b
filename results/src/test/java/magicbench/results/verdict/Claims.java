package magicbench.results.verdict;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Decision;
import magicbench.results.claim.Derivation;
import magicbench.results.claim.Direction;
import magicbench.results.claim.EvidenceGrade;
import magicbench.results.claim.Metric;
import magicbench.results.claim.PaperValue;
import magicbench.results.claim.Source;
import magicbench.results.claim.Tolerance;

/** Claims to be judged in tests. */
final class Claims {

  private static final List<String> CONTROLS =
      List.of("shuffled-cause", "same-child-twice", "independent-batches");

  private Claims() {}

  /** The cosine falls with differences. */
  static Claim falls() {
    return claim("test.falls", metric("rank-correlation", "differences"), Direction.DECREASING);
  }

  /** The cosine rises with the similarity of inputs, differences held fixed. */
  static Claim rises() {
    Metric metric = metric("partial-rank-correlation", "inputSimilarity", "differences");
    return claim("test.rises", metric, Direction.INCREASING);
  }

  static Metric metric(String kind, String cause, String... heldFixed) {
    return new Metric(kind, "pairs", cause, "gradientCosine", List.of(heldFixed), 1);
  }

  static Claim claim(String id, Metric metric, Direction direction) {
    return new Claim(
        id,
        1,
        "test",
        "A title",
        "A statement.",
        new Source("A paper", "Section 3", EvidenceGrade.VERBATIM, ""),
        new PaperValue(Optional.empty(), "rho", EvidenceGrade.UNKNOWN, ""),
        "interference-probe",
        "spos",
        metric,
        direction,
        new Tolerance(0.2, "rho", new Derivation("none", new TreeMap<>(), "for a test")),
        new Decision(metric.heldFixed().isEmpty() ? "page" : "none", 0.05, 0.95, "family"),
        CONTROLS,
        List.of());
  }

  static Claim with(Claim claim, Metric metric) {
    return new Claim(
        claim.id(),
        claim.version(),
        claim.suite(),
        claim.title(),
        claim.statement(),
        claim.source(),
        claim.paperValue(),
        claim.experiment(),
        claim.method(),
        metric,
        claim.direction(),
        claim.tolerance(),
        claim.decision(),
        claim.controls(),
        claim.changes());
  }

  /** The claim about other kinds of trial: one that measures, one that holds the truth. */
  static Claim ofKinds(Claim claim, String experiment, String truth) {
    Metric old = claim.metric();
    Metric metric =
        new Metric(
            old.kind(),
            old.table(),
            old.cause(),
            old.outcome(),
            old.heldFixed(),
            old.trainedShare(),
            old.against(),
            truth);
    return new Claim(
        claim.id() + "." + experiment,
        claim.version(),
        claim.suite(),
        claim.title(),
        claim.statement(),
        claim.source(),
        claim.paperValue(),
        experiment,
        claim.method(),
        metric,
        claim.direction(),
        claim.tolerance(),
        claim.decision(),
        claim.controls(),
        claim.changes());
  }

  static Claim withControls(Claim claim, String... controls) {
    return new Claim(
        claim.id(),
        claim.version(),
        claim.suite(),
        claim.title(),
        claim.statement(),
        claim.source(),
        claim.paperValue(),
        claim.experiment(),
        claim.method(),
        claim.metric(),
        claim.direction(),
        claim.tolerance(),
        claim.decision(),
        List.of(controls),
        claim.changes());
  }

  static Claim withTrend(Claim claim, String trend) {
    Decision old = claim.decision();
    return new Claim(
        claim.id(),
        claim.version(),
        claim.suite(),
        claim.title(),
        claim.statement(),
        claim.source(),
        claim.paperValue(),
        claim.experiment(),
        claim.method(),
        claim.metric(),
        claim.direction(),
        claim.tolerance(),
        new Decision(trend, old.level(), old.confidence(), old.family()),
        claim.controls(),
        claim.changes());
  }

  /** The claim, named and numbered otherwise. */
  static Claim renamed(Claim claim, String id, int version) {
    return new Claim(
        id,
        version,
        claim.suite(),
        claim.title(),
        claim.statement(),
        claim.source(),
        claim.paperValue(),
        claim.experiment(),
        claim.method(),
        claim.metric(),
        claim.direction(),
        claim.tolerance(),
        claim.decision(),
        claim.controls(),
        claim.changes());
  }
}
