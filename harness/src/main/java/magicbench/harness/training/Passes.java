package magicbench.harness.training;

/**
 * How often a training run went through the network: what it cost, whatever the machine.
 *
 * @param forward forward passes of a whole batch, those for selection included
 * @param backward backward passes of a whole batch
 */
public record Passes(long forward, long backward) {

  /** No pass yet. */
  public static final Passes NONE = new Passes(0, 0);

  Passes plus(long forwards, long backwards) {
    return new Passes(forward + forwards, backward + backwards);
  }
}
