package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;

/**
 * Which of a claim's planned trials have a record.
 *
 * @param scale the plan's scale
 * @param truth the kind of trial that holds the claim's truth; empty for none
 * @param planned the trials that the claim is judged by
 * @param found their records, whatever their outcome
 */
record Attendance(String scale, String truth, List<Trial> planned, List<RunRecord> found) {

  private static final int MOST_NAMED = 5;
  private static final int ID_DIGITS = 8;

  /**
   * Calls the roll; records of other trials are passed over.
   *
   * @throws InputException when two records of the claim have one seed
   */
  static Attendance of(Claim claim, Plan plan, List<RunRecord> records) {
    Map<String, Trial> trials =
        plan.trials().stream().collect(Collectors.toMap(Trial::id, Function.identity()));
    List<Trial> planned =
        plan.trialsByClaim().getOrDefault(claim.id(), List.of()).stream()
            .map(trials::get)
            .filter(Objects::nonNull)
            .toList();
    Set<String> ids = planned.stream().map(Trial::id).collect(Collectors.toSet());
    List<RunRecord> found =
        records.stream().filter(record -> ids.contains(record.trial().id())).toList();
    requireDistinctSeeds(claim, found);
    return new Attendance(plan.scale(), claim.metric().truth(), planned, found);
  }

  private static void requireDistinctSeeds(Claim claim, List<RunRecord> found) {
    Map<String, String> trialOfRun = new HashMap<>();
    for (RunRecord record : found) {
      String id = record.trial().id();
      String other = trialOfRun.put(run(claim, record.trial()), id);
      if (other != null) {
        throw new InputException(
            Estimators.reader(claim),
            "seed " + record.trial().seed() + " has two records, of trials " + other + " and " + id,
            "remove one: a seed counted twice proves nothing");
      }
    }
  }

  /**
   * What may be run once only: a method's seed, on each task or of each child model in the truth.
   */
  private static String run(Claim claim, Trial trial) {
    String seed = Long.toString(trial.seed());
    return String.join(" ", trial.kind(), trial.method(), seed, partOfSeed(claim, trial));
  }

  private static String partOfSeed(Claim claim, Trial trial) {
    if (trial.kind().equals(claim.metric().truth())) {
      return trial.settings().path(Scores.ARCHITECTURE).asText();
    }
    return claim.metric().table().equals(Metric.METRICS)
        ? trial.settings().path(claim.metric().cause()).asText()
        : "";
  }

  /** Whether there are planned trials and each was completed. */
  boolean isComplete() {
    return !planned.isEmpty() && completed().size() == planned.size();
  }

  List<RunRecord> completed() {
    return found.stream().filter(record -> record.outcome() == Outcome.COMPLETED).toList();
  }

  /**
   * The device kinds of the records, {@code none} without records. Where the truth was made is not
   * asked: it may be older, and of another machine.
   */
  String device() {
    TreeSet<String> devices =
        found.stream()
            .filter(record -> !record.trial().kind().equals(truth))
            .map(Attendance::deviceOf)
            .collect(Collectors.toCollection(TreeSet::new));
    return devices.isEmpty() ? "none" : String.join("+", devices);
  }

  private static String deviceOf(RunRecord record) {
    Provenance.EngineInfo engine = record.provenance().engine();
    return engine == null || engine.device() == null ? "unknown" : engine.device();
  }

  /** What is missing or went wrong, trial by trial, and what to do about it. */
  String complaint() {
    if (planned.isEmpty()) {
      return "The plan at "
          + scale
          + " scale has no trials for this claim; plan again with its suite.";
    }
    List<String> parts = new ArrayList<>();
    List<Trial> missing = missing();
    if (!missing.isEmpty()) {
      parts.add(
          missing.size()
              + " of "
              + Numbers.count(planned.size(), "planned trial")
              + " without a record ("
              + list(missing.stream().map(Attendance::name).toList())
              + "); to make what is missing, run 'magicbench run --scale "
              + scale
              + "'");
    }
    List<RunRecord> broken = broken();
    if (!broken.isEmpty()) {
      parts.add(
          broken.size()
              + " of "
              + Numbers.count(planned.size(), "planned trial")
              + " not completed ("
              + list(broken.stream().map(Attendance::mishap).toList())
              + "); see each note, mend the cause and run 'magicbench run --scale "
              + scale
              + " --recompute'");
    }
    return "At " + scale + " scale: " + String.join("; ", parts) + ".";
  }

  /** The first few, then how many more. */
  private static String list(List<String> names) {
    String first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private List<Trial> missing() {
    Set<String> seen =
        found.stream().map(record -> record.trial().id()).collect(Collectors.toSet());
    return planned.stream()
        .filter(trial -> !seen.contains(trial.id()))
        .sorted(Comparator.comparingLong(Trial::seed))
        .toList();
  }

  private List<RunRecord> broken() {
    return found.stream()
        .filter(record -> record.outcome() != Outcome.COMPLETED)
        .sorted(Comparator.comparingLong(record -> record.trial().seed()))
        .toList();
  }

  /** For instance {@code seed 3: 0f3a9c41}; the id's first digits find the record's file. */
  private static String name(Trial trial) {
    return "seed " + trial.seed() + ": " + trial.id().substring(0, ID_DIGITS);
  }

  private static String mishap(RunRecord record) {
    String what = record.outcome() == Outcome.DIVERGED ? " diverged" : " failed";
    String note = record.note().isBlank() ? "" : ", " + record.note();
    return name(record.trial()) + what + note;
  }
}
