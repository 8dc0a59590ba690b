package magicbench.results.record;

import java.nio.file.Path;
import magicbench.results.plan.Plan;

/**
 * A run that was broken off, perhaps on another machine: what it completed need not be run again,
 * where the user says so.
 */
public final class EarlierRun {

  private EarlierRun() {}

  /**
   * What a run of a plan may take from it.
   *
   * @param folder the earlier run's records, one file each, named {@code <trial id>.json}
   * @param plan what is to be run
   * @return the completed records of the plan's trials
   * @throws magicbench.results.file.InputException when one of those files can't be read, was
   *     changed, or is of another trial or scale
   */
  public static TakenRecords in(Path folder, Plan plan) {
    return TakenRecords.of(
        folder,
        plan.scale(),
        plan.trials(),
        plan,
        count ->
            (count == 1
                    ? "1 record of an earlier run is"
                    : count + " records of an earlier run are")
                + " taken from "
                + folder
                + "; each tells which commit made it, and where");
  }
}
