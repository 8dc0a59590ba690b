package magicbench.harness.probe;

/**
 * How much a probe measures.
 *
 * <p>Backward passes: L for each base, one more for each partner; L more for each base with
 * interventions; 2 more for each base with controls.
 *
 * @param bases the number of base child models, at least 1; each has a batch of its own
 * @param interventionBases how many of the bases (the first ones) also get interventions
 * @param controlBases how many of the bases (the first ones) also get controls
 */
public record ProbePlan(int bases, int interventionBases, int controlBases) {

  /** Checks the numbers. */
  public ProbePlan {
    require(bases >= 1, "bases", bases, "at least 1");
    require(
        interventionBases >= 0 && interventionBases <= bases,
        "interventionBases",
        interventionBases,
        "0 to bases");
    require(controlBases >= 0 && controlBases <= bases, "controlBases", controlBases, "0 to bases");
  }

  private static void require(boolean holds, String field, int value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(field + " is " + value + "; it must be " + range);
    }
  }

  /**
   * The number of forward and backward passes of a probe.
   *
   * @param layers the number of layers of the space
   * @return passes, each over one batch
   */
  public long passes(int layers) {
    return (long) bases * layers + (long) interventionBases * layers + 2L * controlBases;
  }
}
