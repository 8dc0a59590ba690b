package magicbench.ci.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.ci.gate.VerdictCheck;
import magicbench.results.claim.Claim;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.PlanFile;
import magicbench.results.plan.Trial;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judge;
import magicbench.results.verdict.Verdicts;

/**
 * A run and what follows from its records, whatever a file of verdicts says.
 *
 * @param plan what was planned
 * @param records the planned trials' records that are there, at least one
 * @param verdicts what the records say now
 */
record JudgedRun(Plan plan, List<RunRecord> records, Verdicts verdicts) {

  /**
   * Judges claims by a run's records.
   *
   * @throws InputException when none of the claims is in the plan, no record is there, or one can't
   *     be read
   */
  static JudgedRun of(
      List<Claim> claims, Selection selection, Places places, Surroundings surroundings) {
    Plan plan = plan(selection, places, surroundings);
    List<Claim> planned =
        claims.stream().filter(claim -> plan.trialsByClaim().containsKey(claim.id())).toList();
    if (planned.isEmpty()) {
      throw new InputException(
          places.plan(surroundings, plan.scale()).toString(),
          "no claim of this selection is in the plan, only " + plan.trialsByClaim().keySet(),
          "choose another --suite or run again");
    }
    List<RunRecord> records =
        RecordFolder.read(
            places.recordFolders(surroundings, selection.scale(surroundings)),
            plan.trials().stream().map(Trial::id).toList());
    return new JudgedRun(
        plan, records, Judge.judge(planned, plan, selection.scale(surroundings), records));
  }

  // Records named by hand were not made by the plan that lies in the output folder.
  private static Plan plan(Selection selection, Places places, Surroundings surroundings) {
    Path file = places.plan(surroundings, selection.scaleName());
    return places.recordsNamed() || !Files.exists(file)
        ? selection.plan(surroundings)
        : PlanFile.read(file);
  }

  /**
   * The verdicts that lie in a run's folder, once the records have been heard again.
   *
   * @throws InputException when there are none, or the records say something else
   */
  static JudgedRun filed(Selection selection, Places places, Surroundings surroundings) {
    String scale = selection.scaleName();
    Verdicts filed = places.readVerdicts(surroundings, scale);
    JudgedRun again = of(selection.everyClaim(surroundings), selection, places, surroundings);
    List<String> faults = VerdictCheck.faults(filed, again.verdicts());
    if (!faults.isEmpty()) {
      throw new InputException(
          places.verdicts(surroundings, scale).toString(),
          faults.get(0) + (faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)"),
          "run 'magicbench judge' again");
    }
    return new JudgedRun(again.plan(), again.records(), filed);
  }
}
