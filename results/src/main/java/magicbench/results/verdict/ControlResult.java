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
    String name, String statement, boolean passed, Estimate measured, String expected) {}
