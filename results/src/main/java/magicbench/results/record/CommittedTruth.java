package magicbench.results.record;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import magicbench.results.claim.Claim;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;

/**
 * The one thing that a run may take from committed files instead of training it: records of the
 * kinds that hold a claim's truth, the scores of child models trained alone, say.
 *
 * <p>A record stands for the trial of the same id, which hashes settings, seed and needs; which
 * code made it does not matter, and its own provenance says so. Only completed trials count.
 */
public final class CommittedTruth {

  /** Nothing is taken. */
  public static final CommittedTruth NONE = new CommittedTruth(Path.of(""), new TreeMap<>());

  private final Path folder;
  private final SortedMap<String, RunRecord> records;

  private CommittedTruth(Path folder, SortedMap<String, RunRecord> records) {
    this.folder = folder;
    this.records = Collections.unmodifiableSortedMap(records);
  }

  /**
   * Where a project keeps it.
   *
   * @param root the project's folder
   * @param scale the scale's name
   * @return {@code results/truth/SCALE}, which need not be there
   */
  public static Path folder(Path root, String scale) {
    return root.resolve("results").resolve("truth").resolve(scale);
  }

  /**
   * The kinds of trial that hold a truth.
   *
   * @param claims every claim that is known
   * @return whatever their metrics name as truth
   */
  public static SortedSet<String> kinds(Collection<Claim> claims) {
    return claims.stream()
        .map(claim -> claim.metric().truth())
        .filter(kind -> !kind.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What a run of a plan may take. A trial that another one reads is not taken: its record alone is
   * not all that it made.
   *
   * @param folder holds one file a record, named {@code <trial id>.json}; other files are left
   *     alone
   * @param scale whose records they are: the plan's, or the one that it extends
   * @param claims every claim that is known
   * @param plan what is to be run
   * @return the completed records of the plan's trials that hold a truth
   * @throws InputException when one of those files can't be read, was changed, or is of another
   *     trial or scale
   */
  public static CommittedTruth in(Path folder, String scale, Collection<Claim> claims, Plan plan) {
    Set<String> kinds = kinds(claims);
    Set<String> needed =
        plan.trials().stream().flatMap(trial -> trial.needs().stream()).collect(Collectors.toSet());
    List<String> ids =
        plan.trials().stream()
            .filter(trial -> kinds.contains(trial.kind()))
            .map(Trial::id)
            .filter(id -> !needed.contains(id))
            .toList();
    SortedMap<String, RunRecord> records = new TreeMap<>();
    for (RunRecord record : RecordFile.readPresent(folder, ids)) {
      requireScale(folder, scale, record);
      if (record.outcome() == Outcome.COMPLETED) {
        records.put(record.trial().id(), record);
      }
    }
    return new CommittedTruth(folder, records);
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
   * What the user is told of it.
   *
   * @return one line: how many trials are taken from where, and how to run them instead; empty when
   *     none is
   */
  public Optional<String> notice() {
    if (records.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        (records.size() == 1 ? "1 record of truth is" : records.size() + " records of truth are")
            + " taken from "
            + folder
            + " instead of trained; to train: magicbench run --truth recompute, or mvn verify"
            + " -Dtruth=recompute");
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
