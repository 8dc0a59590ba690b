package magicbench.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import magicbench.results.plan.Trial;
import magicbench.results.record.RecordComparison;
import magicbench.results.record.RunRecord;

/**
 * The trials of both sides, told by their ids, and whether they measured the same bit for bit.
 *
 * @param shared how many are on both sides
 * @param same how many of those measured the same, times left out
 * @param differing the others, by id
 * @param onlyBefore ids of those on the first side only
 * @param onlyAfter ids of those on the second side only
 */
public record TrialChanges(
    int shared,
    int same,
    List<TrialChange> differing,
    List<String> onlyBefore,
    List<String> onlyAfter) {

  /** Keeps immutable copies. */
  public TrialChanges {
    differing = List.copyOf(differing);
    onlyBefore = List.copyOf(onlyBefore);
    onlyAfter = List.copyOf(onlyAfter);
  }

  static TrialChanges of(Run before, Run after) {
    List<TrialChange> differing = new ArrayList<>();
    before.records().forEach((id, record) -> add(record, after.records().get(id), differing));
    List<String> onlyBefore = lacking(before.records(), after.records());
    int shared = before.records().size() - onlyBefore.size();
    return new TrialChanges(
        shared,
        shared - differing.size(),
        differing,
        onlyBefore,
        lacking(after.records(), before.records()));
  }

  private static void add(RunRecord record, RunRecord other, List<TrialChange> differing) {
    List<String> differences =
        other == null ? List.of() : RecordComparison.sameMeasurements(record, other);
    if (!differences.isEmpty()) {
      Trial trial = record.trial();
      differing.add(
          new TrialChange(trial.id(), trial.kind(), trial.method(), trial.seed(), differences));
    }
  }

  private static List<String> lacking(
      SortedMap<String, RunRecord> records, SortedMap<String, RunRecord> others) {
    return records.keySet().stream().filter(id -> !others.containsKey(id)).toList();
  }

  /** Whether both sides ran the very same trials, some, and each measured the same. */
  boolean allTheSame() {
    return shared > 0 && same == shared && onlyBefore.isEmpty() && onlyAfter.isEmpty();
  }
}
