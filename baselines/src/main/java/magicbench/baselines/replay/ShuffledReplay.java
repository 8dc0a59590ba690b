package magicbench.baselines.replay;

import java.util.ArrayList;
import java.util.List;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/** Plays another sampler's whole run in advance, then trains its steps in a shuffled order. */
final class ShuffledReplay implements PathSampler {

  /** The seed stream of the order, so that it depends on nothing that the paths depend on. */
  private static final String ORDER = "replay/order";

  private final PathSampler original;
  private List<List<Architecture>> shuffled = List.of();
  private int next;

  ShuffledReplay(PathSampler original) {
    this.original = original;
  }

  /**
   * Plays the original's run, with the generators that its steps would get.
   *
   * @throws IllegalArgumentException when a run has more steps than a list has places
   */
  @Override
  public void begin(Seeds seeds, long steps) {
    if (steps > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("replay can't hold the paths of " + steps + " steps");
    }
    original.begin(seeds, steps);
    List<List<Architecture>> played = new ArrayList<>();
    for (long step = 0; step < steps; step++) {
      played.add(original.next(seeds.randomAt(STREAM, step)));
    }
    int[] order = PermutationSampler.natural(played.size());
    PermutationSampler.shuffle(seeds.random(ORDER), order);
    List<List<Architecture>> reordered = new ArrayList<>();
    for (int place : order) {
      reordered.add(played.get(place));
    }
    shuffled = reordered;
    next = 0;
  }

  /**
   * The next step's paths. The step's own generator isn't used: the run was drawn before.
   *
   * @throws IllegalStateException when the run hasn't begun, or has ended
   */
  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    if (next >= shuffled.size()) {
      throw new IllegalStateException(
          "replay was told of a run of " + shuffled.size() + " steps; there is no step " + next);
    }
    return shuffled.get(next++);
  }

  @Override
  public String state() {
    return Integer.toString(next);
  }

  @Override
  public void restore(String state) {
    int place = placeOf(state);
    if (place < 0 || place > shuffled.size()) {
      throw new IllegalArgumentException(
          "no state of a replay of " + shuffled.size() + " steps: " + state);
    }
    next = place;
  }

  private static int placeOf(String state) {
    try {
      return Integer.parseInt(state);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no state of a replay: " + state, e);
    }
  }
}
