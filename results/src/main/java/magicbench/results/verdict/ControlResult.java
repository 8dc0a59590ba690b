package magicbench.results.verdict;

/**
 * A negative control: the same instrument where there must be nothing to find.
 *
 * @param name the control's name
 * @param statement what must hold, in words
 * @param passed whether it did
 * @param measured what was found
 * @param expected what was allowed, in words
 */
public record ControlResult(
    String name, String statement, boolean passed, Estimate measured, String expected) {

  /**
   * Whether its failure shows a broken instrument. A precondition that fails shows only that the
   * super-nets have not learned enough for the claim's question to make sense, as at scale smoke,
   * or that networks are larger than it allows: the claim is UNDECIDED then, and nothing is broken.
   *
   * @return true when it failed and is no precondition
   */
  public boolean showsBrokenInstrument() {
    return !passed && !Controls.PRECONDITIONS.contains(name);
  }
}
