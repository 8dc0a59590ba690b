package magicbench.suites.assertion;

/** A claim that the records contradict: a result, which JUnit shows as a failure. */
public final class ContradictedClaimError extends AssertionError {

  private static final long serialVersionUID = 1L;

  /**
   * A contradicted claim.
   *
   * @param message the claim, the scale, the effect and the reason
   */
  public ContradictedClaimError(String message) {
    super(message);
  }
}
