package magicbench.harness.sampling;

import java.util.List;
import java.util.Optional;
import magicbench.harness.space.Architecture;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Which child models does the next training step train?
 *
 * <p>One sampler serves one trial and one thread. The trial hands in a generator that depends on
 * the step's number only, so a sampler keeps no generator of its own; what it must remember from
 * step to step (the last child model of a chain, say) it gives away as {@link #state()}.
 */
public interface PathSampler {

  /** The seed stream that a trial takes each step's generator from. */
  String STREAM = "sampler";

  /**
   * Tells of the run, once, before its first step and before {@link #restore}. Most samplers need
   * none of it; one that trains another method's paths in another order does, for it must know them
   * all before it trains the first.
   *
   * @param seeds the trial's seeds: step {@code s} of the run gets the generator {@code
   *     seeds.randomAt(STREAM, s)}
   * @param steps the number of steps of the full run, at least 1
   */
  default void begin(Seeds seeds, long steps) {}

  /**
   * What every step makes of its child models.
   *
   * @return the same for the whole run; the average of their gradients unless overridden
   */
  default StepRule rule() {
    return new StepRule.Average();
  }

  /**
   * The child models of one step, which {@link #rule} makes one update of.
   *
   * @param random the step's generator
   * @return one child model or more; most methods train one
   */
  List<Architecture> next(UniformRandomProvider random);

  /**
   * Called at every step between its backward passes and its update, unless the step failed. Most
   * samplers need none of it, and what isn't asked for isn't computed.
   *
   * @param paths what {@link #next} returned for this step
   * @param norms the sizes of the step's gradients; valid during the call only
   */
  default void trained(List<Architecture> paths, GradientNorms norms) {}

  /**
   * Called after every step that was taken, so that a sampler may give up child models that do
   * badly. Most need none of it, and what isn't asked for isn't measured.
   *
   * @param step the step's number, from 0
   * @param losses measures child models of the super-net as the step left it; every pass counts in
   *     the run's cost
   */
  default void stepped(long step, SelectionLoss losses) {}

  /**
   * The only child models that are still trained.
   *
   * @return distinct ones of the space; empty as long as all of them are
   */
  default Optional<List<Architecture>> survivors() {
    return Optional.empty();
  }

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
