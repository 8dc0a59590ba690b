package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
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
 * @param planned the trials that the claim is judged by
 * @param found their records, whatever their outcome
 */
record Attendance(String scale, List<Trial> planned, List<RunRecord> found) {

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
    return new Attendance(plan.scale(), planned, found);
  }

  private static void requireDistinctSeeds(Claim claim, List<RunRecord> found) {
    Map<Long, String> trialOfSeed = new HashMap<>();
    for (RunRecord record : found) {
      String id = record.trial().id();
      String other = trialOfSeed.put(record.trial().seed(), id);
      if (other != null) {
        throw new InputException(
            Estimators.reader(claim),
            "seed " + record.trial().seed() + " has two records, of trials " + other + " and " + id,
            "remove one: a seed counted twice proves nothing");
      }
    }
  }

  /** Whether there are planned trials and each was completed. */
  boolean isComplete() {
    return !planned.isEmpty() && completed().size() == planned.size();
  }

  List<RunRecord> completed() {
    return found.stream().filter(record -> record.outcome() == Outcome.COMPLETED).toList();
  }

  /** The device kinds of the records, {@code none} without records. */
  String device() {
    TreeSet<String> devices =
        found.stream().map(Attendance::deviceOf).collect(Collectors.toCollection(TreeSet::new));
    return devices.isEmpty() ? "none" : String.join("+", devices);
  }

  private static String deviceOf(RunRecord record) {
    Provenance.EngineInfo engine = record.provenance().engine();
    return engine == null || engine.device() == null ? "unknown" : engine.device();
  }

  /** What is missing or went wrong, in one sentence. */
  String complaint() {
    if (planned.isEmpty()) {
      return "The plan at " + scale + " scale has no trials for this claim.";
    }
    List<String> parts = new ArrayList<>();
    List<Trial> missing = missing();
    if (!missing.isEmpty()) {
      parts.add(missing.size() + " of " + trials() + " without a record (" + seeds(missing) + ")");
    }
    broken().map(Attendance::mishap).forEach(parts::add);
    return "At " + scale + " scale: " + String.join("; ", parts) + ".";
  }

  private List<Trial> missing() {
    Set<String> seen =
        found.stream().map(record -> record.trial().id()).collect(Collectors.toSet());
    return planned.stream().filter(trial -> !seen.contains(trial.id())).toList();
  }

  private String trials() {
    return Numbers.count(planned.size(), "planned trial");
  }

  private static String seeds(List<Trial> trials) {
    String list =
        trials.stream()
            .map(Trial::seed)
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return (trials.size() == 1 ? "seed " : "seeds ") + list;
  }

  private Stream<RunRecord> broken() {
    return found.stream().filter(record -> record.outcome() != Outcome.COMPLETED);
  }

  private static String mishap(RunRecord record) {
    String what = record.outcome() == Outcome.DIVERGED ? " diverged" : " failed";
    String note = record.note().isBlank() ? "" : " (" + record.note() + ")";
    return "the trial of seed " + record.trial().seed() + what + note;
  }
}
