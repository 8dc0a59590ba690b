package magicbench.harness.sampling;

import java.util.List;
import magicbench.harness.space.Architecture;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Which child models does the next training step train?
 *
 * <p>One sampler serves one trial and one thread. The trial hands in a generator that depends on
 * the step's number only, so a sampler keeps no generator of its own; what it must remember from
 * step to step (the last child model of a chain, say) it gives away as {@link #state()}.
 */
public interface PathSampler {

  /**
   * The child models of one step. Their gradients are averaged into one update.
   *
   * @param random the step's generator
   * @return one child model or more; most methods train one
   */
  List<Architecture> next(UniformRandomProvider random);

  /**
   * What a resumed run needs in order to go on as this one would.
   *
   * @return text for the checkpoint; empty for a sampler without memory
   */
  String state();

  /**
   * Takes up where another sampler stopped.
   *
   * @param state what that sampler's {@link #state()} returned
   * @throws IllegalArgumentException when this is no state of such a sampler
   */
  void restore(String state);
}
