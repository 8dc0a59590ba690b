package magicbench.ci.gate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;

/** Is there a valid record for everything that was planned? */
public final class RecordCheck {

  private RecordCheck() {}

  /**
   * Reads the record of every planned trial.
   *
   * @param plan what was planned
   * @param folders where the records lie, one {@code <trial id>.json} each; where two hold one, the
   *     first counts
   * @return one line for each record that is missing, can't be read, belongs to another trial, or
   *     tells of a failure; a diverged training is a result
   */
  public static List<String> faults(Plan plan, List<Path> folders) {
    List<String> faults = new ArrayList<>();
    for (Trial trial : plan.trials()) {
      Optional<Path> file = find(folders, trial.id());
      if (file.isPresent()) {
        faults.addAll(faults(trial, file.get()));
      } else {
        Path planned = folders.get(0).resolve(fileName(trial.id()));
        faults.add("record missing: " + name(trial) + ", planned as " + planned);
      }
    }
    return faults;
  }

  /**
   * Looks for a trial's record.
   *
   * @param folders where to look, in this order
   * @param trialId the trial's id
   * @return the first file of that name; empty where there is none
   */
  public static Optional<Path> find(List<Path> folders, String trialId) {
    return folders.stream()
        .map(folder -> folder.resolve(fileName(trialId)))
        .filter(Files::exists)
        .findFirst();
  }

  private static String fileName(String trialId) {
    return trialId + ".json";
  }

  private static List<String> faults(Trial trial, Path file) {
    try {
      RunRecord record = RecordFile.read(file);
      if (!record.trial().equals(trial)) {
        return List.of("record invalid: " + file + " is of another trial");
      }
      return record.outcome() == Outcome.FAILED
          ? List.of("trial failed: " + name(trial) + ": " + record.note())
          : List.of();
    } catch (InputException e) {
      return List.of("record invalid: " + e.getMessage());
    }
  }

  private static String name(Trial trial) {
    return trial.seed() == 0 ? trial.kind() : trial.kind() + " seed " + trial.seed();
  }
}
