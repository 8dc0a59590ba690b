package magicbench.harness.execution;

import java.util.Optional;

/**
 * How a trial's process ended, and what it said until then.
 *
 * @param code its exit code; 0 where the trial's record lies beside its order
 * @param silent whether it was ended because it said nothing for too long, twice
 * @param cached whether the record was there already
 * @param fault the message for the user, where settings, data or disk were not as they must be
 * @param lost why nobody knows how it ended, where its machine was lost too often
 * @param place what to add to a message about it: the machine, where it wasn't this one
 */
public record Ended(
    int code,
    boolean silent,
    boolean cached,
    Optional<String> fault,
    Optional<String> lost,
    String place) {

  /**
   * The same, on another machine.
   *
   * @param where to be read after a message, for instance {@code " on host a, executor 1"}
   * @return the end
   */
  public Ended on(String where) {
    return new Ended(code, silent, cached, fault, lost, where);
  }
}
