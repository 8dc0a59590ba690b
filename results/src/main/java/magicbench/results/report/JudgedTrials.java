package magicbench.results.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judgement;

/**
 * A judgement with the records behind it.
 *
 * @param judgement what was judged
 * @param judged the records that the judge read, by trial id
 * @param prepared the records whose output those needed, by trial id
 * @param absent ids of judged trials without a record here
 */
record JudgedTrials(
    Judgement judgement,
    SortedMap<String, RunRecord> judged,
    SortedMap<String, RunRecord> prepared,
    List<String> absent) {

  static JudgedTrials of(Judgement judgement, Map<String, RunRecord> recordsById) {
    SortedMap<String, RunRecord> judged = pick(judgement.trials(), recordsById);
    List<String> needs =
        judged.values().stream()
            .flatMap(record -> record.trial().needs().stream())
            .filter(id -> !judged.containsKey(id))
            .toList();
    return new JudgedTrials(
        judgement,
        judged,
        pick(needs, recordsById),
        judgement.trials().stream().filter(id -> !judged.containsKey(id)).sorted().toList());
  }

  /** Both kinds of records, by trial id. */
  SortedMap<String, RunRecord> all() {
    SortedMap<String, RunRecord> all = new TreeMap<>(judged);
    all.putAll(prepared);
    return Collections.unmodifiableSortedMap(all);
  }

  private static SortedMap<String, RunRecord> pick(
      List<String> ids, Map<String, RunRecord> recordsById) {
    SortedMap<String, RunRecord> picked = new TreeMap<>();
    ids.stream()
        .filter(recordsById::containsKey)
        .forEach(id -> picked.put(id, recordsById.get(id)));
    return Collections.unmodifiableSortedMap(picked);
  }
}
