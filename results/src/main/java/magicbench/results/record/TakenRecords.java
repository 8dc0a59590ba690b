package magicbench.results.record;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;

/**
 * Records that a run takes instead of making them.
 *
 * <p>A record stands for the trial of the same id, which hashes settings, seed and needs; which
 * code made it does not matter, and its own provenance says so. Only completed trials count.
 */
public final class TakenRecords {

  /** Nothing is taken. */
  public static final TakenRecords NONE = new TakenRecords(new TreeMap<>(), count -> "");

  private final SortedMap<String, RunRecord> records;
  private final IntFunction<String> notice;

  private TakenRecords(SortedMap<String, RunRecord> records, IntFunction<String> notice) {
    this.records = Collections.unmodifiableSortedMap(records);
    this.notice = notice;
  }

  /**
   * Reads those of some trials. A trial that another one reads is not taken: its record alone is
   * not all that it made.
   *
   * @param folder holds one file a record, named {@code <trial id>.json}; other files are left
   *     alone
   * @param scale whose records they must be
   * @param trials of the plan, those that may be taken
   * @param plan what is to be run
   * @param notice what the user is told, given how many are taken
   * @throws InputException when one of those files can't be read, was changed, or is of another
   *     trial or scale
   */
  static TakenRecords of(
      Path folder, String scale, Collection<Trial> trials, Plan plan, IntFunction<String> notice) {
    Set<String> needed =
        plan.trials().stream().flatMap(trial -> trial.needs().stream()).collect(Collectors.toSet());
    List<String> ids = trials.stream().map(Trial::id).filter(id -> !needed.contains(id)).toList();
    SortedMap<String, RunRecord> records = new TreeMap<>();
    for (RunRecord record : RecordFile.readPresent(folder, ids)) {
      requireScale(folder, scale, record);
      if (record.outcome() == Outcome.COMPLETED) {
        records.put(record.trial().id(), record);
      }
    }
    return new TakenRecords(records, notice);
  }

  private static void requireScale(Path folder, String scale, RunRecord record) {
    if (!record.scale().equals(scale)) {
      throw new InputException(
          folder.resolve(record.trial().id() + ".json").toString(),
          "holds a record of scale " + record.scale(),
          "take it out of the folder of scale " + scale);
    }
  }

  /**
   * Whose records are taken.
   *
   * @return trial ids
   */
  public Set<String> trialIds() {
    return records.keySet();
  }

  /**
   * What the user is told of it.
   *
   * @return one line; empty when none is taken
   */
  public Optional<String> notice() {
    return records.isEmpty() ? Optional.empty() : Optional.of(notice.apply(records.size()));
  }

  /**
   * Spares a runner the trials whose records are here.
   *
   * @param runner runs the others
   * @return a runner whose records are those of both, in the plan's order; what is taken counts as
   *     cached
   */
  public TrialRunner spare(TrialRunner runner) {
    return (plan, request, progress) -> {
      Plan rest = plan.only(trial -> !records.containsKey(trial.id()));
      Map<String, RunRecord> all = new TreeMap<>(records);
      runner
          .run(rest, request, new WithTaken(progress))
          .forEach(record -> all.put(record.trial().id(), record));
      return plan.trials().stream().map(trial -> all.get(trial.id())).toList();
    };
  }

  /** Tells of the whole plan where the runner tells of the rest. */
  private final class WithTaken implements TrialRunner.Progress {

    private final TrialRunner.Progress told;

    WithTaken(TrialRunner.Progress told) {
      this.told = told;
    }

    @Override
    public void begins(int trials, int cached) {
      told.begins(trials + records.size(), cached + records.size());
      records.values().forEach(record -> told.ended(record, true));
    }

    @Override
    public void moved(Trial trial, double share, String message) {
      told.moved(trial, share, message);
    }

    @Override
    public void ended(RunRecord record, boolean cached) {
      told.ended(record, cached);
    }
  }
}
