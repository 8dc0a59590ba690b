package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run's verdicts against the accepted ones, claim by claim.
 *
 * <p>Verdicts are ordered REPRODUCED, UNDECIDED, CONTRADICTED, NOT_RUN, best first; a step down
 * that list is a change for the worse, a step up one for the better.
 *
 * @param changes one a claim, by claim id
 */
public record Comparison(List<Change> changes) {

  static final List<String> WORST_FIRST =
      List.of("NOT_RUN", "CONTRADICTED", "UNDECIDED", "REPRODUCED");

  /** Keeps an immutable copy. */
  public Comparison {
    changes = List.copyOf(changes);
  }

  /** Which way a verdict moved. */
  public enum Kind {
    /** Up the list. */
    BETTER,
    /** Down the list. */
    WORSE,
    /** The same word. */
    SAME,
    /** Nothing accepted for this claim at this version. */
    NEW,
    /** Accepted, but not judged now. */
    MISSING
  }

  /**
   * One claim.
   *
   * @param claimId the claim's id
   * @param kind which way it moved
   * @param before the accepted word; empty where nothing was accepted
   * @param now the present word; empty where nothing was judged
   * @param statement what changed, in one sentence
   */
  public record Change(String claimId, Kind kind, String before, String now, String statement) {}

  /**
   * Compares.
   *
   * @param verdicts of the run
   * @param accepted what counts as known, of the same scale and device kind
   * @return every claim of either side
   * @throws IllegalArgumentException when scales differ, or records came from another device kind
   */
  public static Comparison of(Verdicts verdicts, AcceptedVerdicts accepted) {
    requireComparable(verdicts, accepted);
    Map<String, Change> changes = new TreeMap<>();
    accepted.entries().forEach((id, entry) -> changes.put(id, missing(id, entry)));
    for (Judgement judgement : verdicts.judgements()) {
      String id = judgement.claim().id();
      AcceptedVerdicts.Entry entry = accepted.entries().get(id);
      boolean comparable = entry != null && entry.version() == judgement.claim().version();
      changes.put(id, comparable ? changed(judgement, entry) : added(judgement, entry != null));
    }
    return new Comparison(new ArrayList<>(changes.values()));
  }

  private static void requireComparable(Verdicts verdicts, AcceptedVerdicts accepted) {
    boolean sameDevice =
        verdicts.judgements().stream()
            .map(Judgement::device)
            .allMatch(device -> device.equals("none") || device.equals(accepted.device()));
    if (!verdicts.scale().equals(accepted.scale()) || !sameDevice) {
      throw new IllegalArgumentException(
          "verdicts at scale "
              + verdicts.scale()
              + " can't be compared with those accepted at scale "
              + accepted.scale()
              + " on "
              + accepted.device());
    }
  }

  private static Change missing(String id, AcceptedVerdicts.Entry entry) {
    String statement = entry.verdict() + " was accepted, and the claim was not judged now.";
    return new Change(id, Kind.MISSING, entry.verdict(), "", statement);
  }

  private static Change added(Judgement judgement, boolean versionChanged) {
    String now = judgement.verdict().word();
    String why =
        versionChanged
            ? "The claim changed to version " + judgement.claim().version() + "; now "
            : "Nothing was accepted for this claim; now ";
    return new Change(judgement.claim().id(), Kind.NEW, "", now, why + now + ".");
  }

  private static Change changed(Judgement judgement, AcceptedVerdicts.Entry entry) {
    String now = judgement.verdict().word();
    int step = WORST_FIRST.indexOf(now) - WORST_FIRST.indexOf(entry.verdict());
    Kind kind = step == 0 ? Kind.SAME : step > 0 ? Kind.BETTER : Kind.WORSE;
    String link = step == 0 ? " stays " : " became ";
    String statement = entry.verdict() + effect(entry) + link + now + effect(judgement) + ".";
    return new Change(judgement.claim().id(), kind, entry.verdict(), now, statement);
  }

  private static String effect(AcceptedVerdicts.Entry entry) {
    return entry.effect().map(effect -> " (" + Numbers.effect(effect) + ")").orElse("");
  }

  private static String effect(Judgement judgement) {
    return judgement
        .evidence()
        .map(evidence -> " (" + Numbers.effect(evidence.effect().value()) + ")")
        .orElse("");
  }

  /**
   * The changes of one kind.
   *
   * @param kind which
   * @return those, by claim id
   */
  public List<Change> of(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).toList();
  }
}
