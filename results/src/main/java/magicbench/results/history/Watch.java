package magicbench.results.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.stats.Holm;

/**
 * Holds a run against its history.
 *
 * <p>What looks like a regression is only suspected: the run is repeated with fresh seeds, and only
 * what shows there too, in the same direction, is one. A run of the accepted code has then to be
 * unlucky twice.
 */
public final class Watch {

  private final Rules rules;
  private final Map<String, Claim> claims;
  private final List<HistoryEntry> history;

  /**
   * A watch.
   *
   * @param rules when a difference counts
   * @param claims every claim that may occur
   * @param history earlier runs, oldest first
   */
  public Watch(Rules rules, List<Claim> claims, List<HistoryEntry> history) {
    this.rules = rules;
    this.claims = claims.stream().collect(Collectors.toMap(Claim::id, Function.identity()));
    this.history = List.copyOf(history);
  }

  /**
   * How a run differs.
   *
   * @param run one entry a claim; entries of the history that tell of the same run are no part of
   *     its history
   * @return for each entry its effect and its throughput, effects first
   */
  public List<Shift> of(List<HistoryEntry> run) {
    return Stream.concat(
            decided(
                run.stream()
                    .map(now -> EffectShift.of(rules, window(now), now, tolerance(now)))
                    .toList())
                .stream(),
            decided(run.stream().map(now -> ThroughputShift.of(rules, window(now), now)).toList())
                .stream())
        .toList();
  }

  /**
   * Whether a repetition shows what a run made somebody suspect.
   *
   * @param suspected shifts of a run that are worse
   * @param repetition of those claims, with other seeds than the run's
   * @return those of the suspected that are worse in the repetition too, as it shows them
   */
  public List<Shift> confirmed(List<Shift> suspected, List<HistoryEntry> repetition) {
    return of(repetition).stream()
        .filter(shift -> shift.kind() == Shift.Kind.WORSE)
        .filter(
            shift ->
                suspected.stream()
                    .anyMatch(
                        first ->
                            first.claim().equals(shift.claim())
                                && first.what() == shift.what()
                                && first.kind() == Shift.Kind.WORSE))
        .toList();
  }

  private double tolerance(HistoryEntry now) {
    Claim claim = claims.get(now.claim());
    return claim == null ? 0 : claim.tolerance().value();
  }

  private List<HistoryEntry> window(HistoryEntry now) {
    List<HistoryEntry> like =
        history.stream()
            .filter(entry -> entry.isComparableWith(now) && !entry.isOfSameRun(now))
            .toList();
    return like.subList(Math.max(0, like.size() - rules.window()), like.size());
  }

  private List<Shift> decided(List<Shift> shifts) {
    List<Shift> tested =
        shifts.stream().filter(shift -> shift.adjustedPValue().isPresent()).toList();
    double[] adjusted =
        Holm.adjust(
            tested.stream().mapToDouble(shift -> shift.adjustedPValue().orElseThrow()).toArray());
    List<Shift> decided = new ArrayList<>();
    int at = 0;
    for (Shift shift : shifts) {
      if (shift.adjustedPValue().isPresent()) {
        decided.add(shift.decided(adjusted[at], kind(shift, adjusted[at])));
        at++;
      } else {
        decided.add(shift);
      }
    }
    return decided;
  }

  private Shift.Kind kind(Shift shift, double adjusted) {
    double difference = shift.difference().orElseThrow();
    double least = shift.least().orElseThrow();
    if (adjusted > rules.level() || Math.abs(difference) < least) {
      return Shift.Kind.SAME;
    }
    return difference * better(shift) > 0 ? Shift.Kind.BETTER : Shift.Kind.WORSE;
  }

  private double better(Shift shift) {
    Claim claim = claims.get(shift.claim());
    return shift.what() == Shift.What.THROUGHPUT || claim == null ? 1 : claim.direction().sign();
  }
}
