package magicbench.results.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import magicbench.results.compare.ClaimChange;
import magicbench.results.compare.CostChange;
import magicbench.results.compare.Difference;
import magicbench.results.compare.Fact;
import magicbench.results.compare.RunComparison;
import magicbench.results.compare.Spent;
import magicbench.results.compare.Standing;
import magicbench.results.compare.Told;
import magicbench.results.compare.TrialChange;
import magicbench.results.stats.Interval;
import magicbench.results.stats.TestResult;
import magicbench.results.verdict.Estimate;

/** A comparison as comma-separated values (RFC 4180, with LF), a line a thing. */
final class ComparisonCsv {

  private final StringBuilder out = new StringBuilder();

  private ComparisonCsv() {}

  /** Everything that was compared; numbers in full, empty where something is unknown. */
  static String of(RunComparison comparison) {
    ComparisonCsv csv = new ComparisonCsv();
    csv.row(
        "part",
        "category",
        "name",
        "state",
        "before",
        "after",
        "difference",
        "low",
        "high",
        "pValue",
        "adjustedPValue",
        "how");
    comparison.claims().forEach(csv::add);
    comparison.facts().forEach(csv::add);
    comparison.trials().differing().forEach(csv::add);
    comparison.costs().forEach(csv::add);
    return csv.out.toString();
  }

  private void row(String... cells) {
    PairsCsv.appendRow(out, Stream.of(cells));
  }

  private void add(ClaimChange claim) {
    String verdict = claim.verdictChanged() ? "different" : "same";
    row(
        "verdict",
        "claim",
        claim.claim(),
        claim.onBothSides() ? verdict : "one side",
        cell(claim.before().map(Standing::verdict)),
        cell(claim.after().map(Standing::verdict)),
        "",
        "",
        "",
        "",
        "",
        "");
    Optional<Difference> difference = claim.difference();
    Optional<Interval> interval = difference.flatMap(Difference::interval);
    row(
        "effect",
        "claim",
        claim.claim(),
        "",
        effect(claim.before()),
        effect(claim.after()),
        cell(difference.map(Difference::value)),
        cell(interval.map(Interval::low)),
        cell(interval.map(Interval::high)),
        cell(difference.flatMap(Difference::test).map(TestResult::pValue)),
        cell(difference.flatMap(Difference::adjustedPValue)),
        cell(difference.map(Difference::how)));
  }

  private static String effect(Optional<Standing> standing) {
    return cell(standing.flatMap(Standing::effect).map(Estimate::value));
  }

  private void add(Fact fact) {
    row(
        "provenance",
        fact.category().word(),
        fact.name(),
        fact.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        told(fact.before()),
        told(fact.after()),
        "",
        "",
        "",
        "",
        "",
        "");
  }

  /** All values, then that something is unknown. */
  static String told(Told told) {
    String values = String.join(" | ", told.values());
    if (!told.unknown()) {
      return values;
    }
    return values.isEmpty() ? Words.UNKNOWN : values + " | " + Words.UNKNOWN;
  }

  private void add(TrialChange trial) {
    for (String difference : trial.differences()) {
      row(
          "measurement",
          "%s %s, seed %d".formatted(trial.kind(), trial.method(), trial.seed()),
          trial.id(),
          "different",
          "",
          "",
          difference,
          "",
          "",
          "",
          "",
          "");
    }
  }

  private void add(CostChange cost) {
    addCost(
        cost.kind() + ": CPU seconds a trial",
        cost.before().cpuSeconds(),
        cost.after().cpuSeconds(),
        cost.cpuRatio());
    addCost(
        cost.kind() + ": trained on a second",
        throughput(cost.before()),
        throughput(cost.after()),
        cost.throughputRatio());
  }

  private static Optional<Double> throughput(Spent spent) {
    return spent.sequencesPerSecond();
  }

  private void addCost(
      String name, Optional<Double> before, Optional<Double> after, Optional<Double> ratio) {
    String how = ratio.map(value -> "after / before = " + value).orElse("");
    row("cost", "", name, "", cell(before), cell(after), "", "", "", "", "", how);
  }

  private static String cell(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
