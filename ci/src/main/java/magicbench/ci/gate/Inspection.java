package magicbench.ci.gate;

import java.util.List;
import java.util.Optional;
import magicbench.results.verdict.Comparison;
import magicbench.results.verdict.Verdicts;

/**
 * Everything that the gate looks at.
 *
 * @param verdicts what the run's records say; empty when they can't be judged
 * @param comparison with the accepted verdicts; empty when nothing was accepted for this scale and
 *     device
 * @param tests what the suites' reports tell; empty when nobody asked to look at them
 * @param faults one line for everything that could not be read or is missing
 * @param regressions one line for everything that a repetition too showed to be worse than earlier
 *     runs
 * @param wholeRun whether every claim was asked for, so that an accepted claim must be judged
 */
public record Inspection(
    Optional<Verdicts> verdicts,
    Optional<Comparison> comparison,
    Optional<TestReports> tests,
    List<String> faults,
    List<String> regressions,
    boolean wholeRun) {

  /** Keeps immutable copies. */
  public Inspection {
    faults = List.copyOf(faults);
    regressions = List.copyOf(regressions);
  }
}
