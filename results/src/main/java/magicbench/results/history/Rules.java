package magicbench.results.history;

/**
 * When a difference from a history counts. Fixed before the repetitions that measure how often it
 * counts without cause.
 *
 * @param window how many of the latest lines are looked at
 * @param fewestSeeds on either side, for effects
 * @param fewestRuns in the window, for costs and for drift
 * @param level of significance over all claims of a run, after Holm's correction
 * @param leastSpreads how many standard deviations between seeds a difference must be, at least
 * @param leastTolerances how many tolerances it must be, at least
 * @param leastSlowdown how much longer a trial must take, as a share
 */
public record Rules(
    int window,
    int fewestSeeds,
    int fewestRuns,
    double level,
    double leastSpreads,
    double leastTolerances,
    double leastSlowdown) {

  /** What the gate uses. */
  public static final Rules OF_GATE = new Rules(20, 5, 5, 0.05, 0.25, 0.25, 0.2);
}
