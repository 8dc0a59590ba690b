package magicbench.results.history;

import java.util.List;
import magicbench.results.stats.Interval;

/**
 * How often the gate sounds: without cause, and with a cause of known size.
 *
 * @param schemaVersion of the file format
 * @param scale at which the repetitions were run
 * @param device their device kind
 * @param commits of the code that ran them, sorted
 * @param historySha256 of the lines that this was computed from, in their order
 * @param runs how many repetitions of one code with fresh seeds
 * @param rules of the gate
 * @param alarms without cause, by the length of the window
 * @param power with a cause, by claim, window and size
 */
public record AlarmRates(
    int schemaVersion,
    String scale,
    String device,
    List<String> commits,
    String historySha256,
    int runs,
    Rules rules,
    List<Alarms> alarms,
    List<Power> power) {

  /** The format that this code writes. */
  public static final int SCHEMA_VERSION = 1;

  /** Keeps immutable copies. */
  public AlarmRates {
    commits = List.copyOf(commits);
    alarms = List.copyOf(alarms);
    power = List.copyOf(power);
  }

  /**
   * Without cause.
   *
   * @param window how many runs the history has
   * @param splits how many random splits of the repetitions into history, run and repetition
   * @param suspected the share in which a first run looks worse
   * @param alarmed the share in which the repetition does so too: the gate fails
   * @param interval of that share, 95 %: by leaving out one run at a time; where no split alarmed,
   *     from 0 to what so many pairs of runs without a split in common could have missed
   */
  public record Alarms(
      int window, int splits, double suspected, double alarmed, Interval interval) {}

  /**
   * With a cause: one claim's effect is made worse in run and repetition.
   *
   * @param claim the claim's id
   * @param window how many runs the history has
   * @param spreads by how many standard deviations between seeds
   * @param size the same in the effect's unit
   * @param splits how many random splits
   * @param found the share in which the gate fails for that claim
   */
  public record Power(
      String claim, int window, double spreads, double size, int splits, double found) {}
}
