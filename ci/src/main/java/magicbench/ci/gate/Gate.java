package magicbench.ci.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import magicbench.results.stats.Interval;
import magicbench.results.verdict.Comparison;
import magicbench.results.verdict.Comparison.Change;
import magicbench.results.verdict.Comparison.Kind;
import magicbench.results.verdict.ControlResult;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Verdict;

/**
 * Decides whether a build fails.
 *
 * <p>It fails when a verdict changed for the worse, when an effect or a throughput got worse and a
 * repetition with fresh seeds shows it too, when a planned record is missing or invalid, or when
 * anything crashed. A contradicted claim is a result and fails only a strict gate.
 */
public final class Gate {

  private final boolean strict;

  /**
   * A gate.
   *
   * @param strict whether a contradicted claim fails it too
   */
  public Gate(boolean strict) {
    this.strict = strict;
  }

  /**
   * Decides.
   *
   * @param inspection what there is to look at
   * @return why the gate fails; it passes when there is no reason
   */
  public GateResult decide(Inspection inspection) {
    List<String> reasons = new ArrayList<>();
    inspection.tests().ifPresent(tests -> reasons.addAll(crashes(tests)));
    reasons.addAll(inspection.faults());
    inspection
        .comparison()
        .ifPresent(comparison -> reasons.addAll(worse(comparison, inspection.wholeRun())));
    inspection.regressions().forEach(line -> reasons.add("regression: " + line));
    reasons.addAll(failedControls(inspection));
    if (strict) {
      reasons.addAll(contradicted(inspection));
    }
    return new GateResult(lines(inspection), reasons);
  }

  private static List<String> crashes(TestReports tests) {
    List<String> reasons = new ArrayList<>();
    if (tests.reports() == 0) {
      reasons.add("crashed: no test report was written, so no suite ran to its end");
    }
    tests.crashes().forEach(crash -> reasons.add("crashed: " + crash));
    return reasons;
  }

  private static List<String> worse(Comparison comparison, boolean wholeRun) {
    Stream<Change> missing = wholeRun ? comparison.of(Kind.MISSING).stream() : Stream.empty();
    return Stream.concat(comparison.of(Kind.WORSE).stream(), missing)
        .map(change -> "worse: " + change.claimId() + ": " + change.statement())
        .toList();
  }

  private static List<String> failedControls(Inspection inspection) {
    return judgements(inspection)
        .flatMap(
            judgement ->
                judgement.controls().stream()
                    .filter(ControlResult::showsBrokenInstrument)
                    .map(control -> failedControl(judgement, control)))
        .toList();
  }

  private static String failedControl(Judgement judgement, ControlResult control) {
    Estimate measured = control.measured();
    return String.format(
        Locale.ROOT,
        "control failed: %s, %s: found %.3f (%s), must find %s",
        judgement.claim().id(),
        control.name(),
        measured.value(),
        measured.interval().map(Gate::range).orElse("no interval"),
        control.expected());
  }

  private static String range(Interval interval) {
    return String.format(Locale.ROOT, "%.3f to %.3f", interval.low(), interval.high());
  }

  private static List<String> contradicted(Inspection inspection) {
    return judgements(inspection)
        .filter(judgement -> judgement.verdict() instanceof Verdict.Contradicted)
        .map(judgement -> "contradicted, and the gate is strict: " + judgement.claim().id())
        .toList();
  }

  private static List<GateResult.Line> lines(Inspection inspection) {
    if (inspection.comparison().isPresent()) {
      return inspection.comparison().get().changes().stream()
          .filter(change -> inspection.wholeRun() || change.kind() != Kind.MISSING)
          .map(GateResult.Line::of)
          .toList();
    }
    return judgements(inspection)
        .map(judgement -> GateResult.Line.alone(judgement.claim().id(), judgement.verdict().word()))
        .toList();
  }

  private static Stream<Judgement> judgements(Inspection inspection) {
    return inspection.verdicts().stream().flatMap(verdicts -> verdicts.judgements().stream());
  }
}
