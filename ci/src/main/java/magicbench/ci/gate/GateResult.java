package magicbench.ci.gate;

import java.util.List;
import java.util.Locale;
import magicbench.results.verdict.Comparison.Change;

/**
 * What the gate decided.
 *
 * @param lines one a claim
 * @param reasons why it fails; none when it passes
 */
public record GateResult(List<Line> lines, List<String> reasons) {

  private static final String NONE = "-";

  /** Keeps immutable copies. */
  public GateResult {
    lines = List.copyOf(lines);
    reasons = List.copyOf(reasons);
  }

  /**
   * Whether the build goes on.
   *
   * @return true when there is no reason against it
   */
  public boolean passed() {
    return reasons.isEmpty();
  }

  /**
   * The last word.
   *
   * @return one line that says why
   */
  public String lastLine() {
    if (passed()) {
      return "Gate: passed, " + lines.size() + " claims, nothing worse, missing or crashed.";
    }
    String more = reasons.size() == 1 ? "" : " (and " + (reasons.size() - 1) + " more)";
    return "Gate: FAILED, " + reasons.get(0) + more;
  }

  /**
   * One claim.
   *
   * @param claimId the claim's id
   * @param now the present word
   * @param accepted the accepted word
   * @param change which way it moved
   */
  public record Line(String claimId, String now, String accepted, String change) {

    static Line of(Change change) {
      return new Line(
          change.claimId(),
          orNone(change.now()),
          orNone(change.before()),
          change.kind().name().toLowerCase(Locale.ROOT));
    }

    static Line alone(String claimId, String now) {
      return new Line(claimId, now, NONE, NONE);
    }

    private static String orNone(String word) {
      return word.isEmpty() ? NONE : word;
    }
  }
}
