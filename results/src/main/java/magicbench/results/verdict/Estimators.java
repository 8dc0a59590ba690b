package magicbench.results.verdict;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;

/** The kinds of metric that a claim may name, and the check of all that it names. */
public final class Estimators {

  private static final SortedMap<String, MetricKind> KINDS = kinds();

  private static final Set<String> TRENDS = Set.of(Trend.PAGE, Trend.NONE);

  private Estimators() {}

  private static SortedMap<String, MetricKind> kinds() {
    SortedMap<String, MetricKind> kinds = new TreeMap<>();
    kinds.put(
        "rank-correlation",
        new MetricKind(
            "Spearman's rho",
            new PartialSpearman(),
            "Kendall's tau-b",
            new PartialKendall(),
            false));
    kinds.put(
        "partial-rank-correlation",
        new MetricKind(
            "Spearman's partial rho",
            new PartialSpearman(),
            "Kendall's tau-b within strata",
            new PartialKendall(),
            true));
    return Collections.unmodifiableSortedMap(kinds);
  }

  /**
   * Checks that the judge knows what a claim names: its kind of metric, its trend test, its
   * controls. Columns can only be checked against records, which the judge does.
   *
   * @param claim the claim
   * @throws InputException naming the claim and the known names when it doesn't
   */
  public static void check(Claim claim) {
    if (Gains.are(claim)) {
      Gains.check(claim);
    } else if (claim.metric().statesLevel()) {
      StatedLevel.check(claim);
    } else {
      checkOneMethod(claim);
    }
    requireKnown(claim, "decision.trend", claim.decision().trend(), TRENDS);
    claim.controls().forEach(control -> Controls.of(claim, control));
  }

  private static void checkOneMethod(Claim claim) {
    MetricKind kind = of(claim);
    Metric metric = claim.metric();
    refuse(claim, !metric.beside().isEmpty(), "beside " + metric.beside(), Gains.GROWTH);
    refuse(claim, metric.limit().isPresent(), "limit", Metric.LEVEL);
    boolean fixed = !claim.metric().heldFixed().isEmpty();
    if (kind.holdsFixed() != fixed) {
      throw new InputException(
          reader(claim),
          "metric kind " + claim.metric().kind() + " with heldFixed " + claim.metric().heldFixed(),
          kind.holdsFixed()
              ? "name at least one column to hold fixed"
              : "leave heldFixed empty or use partial-rank-correlation");
    }
  }

  private static void refuse(Claim claim, boolean given, String what, String knows) {
    if (given) {
      throw new InputException(
          reader(claim),
          what + " in a metric of kind " + claim.metric().kind(),
          "leave it out: only " + knows + " knows it");
    }
  }

  /**
   * The kind of a claim's metric; none of those that hold methods against each other or against the
   * paper's number.
   *
   * @throws InputException when it is unknown
   */
  static MetricKind of(Claim claim) {
    Set<String> known = new TreeSet<>(KINDS.keySet());
    known.addAll(Gains.KINDS);
    known.add(Metric.LEVEL);
    requireKnown(claim, "metric kind", claim.metric().kind(), known);
    return KINDS.get(claim.metric().kind());
  }

  static void requireKnown(Claim claim, String what, String name, Set<String> known) {
    if (!known.contains(name)) {
      throw new InputException(
          reader(claim), "unknown " + what + " " + name, "use one of " + new TreeSet<>(known));
    }
  }

  static String reader(Claim claim) {
    return "claim " + claim.id();
  }
}
