package magicbench.baselines.shrinking;

import java.util.List;
import java.util.Optional;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SelectionLoss;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws uniformly from what is left of the space, and shrinks it when a review is due. */
final class ShrinkingSampler implements PathSampler {

  /** The stream that the child models come from which the bins begin with. */
  private static final String POOL = "shrinking/pool";

  private final SearchSpace space;
  private final Shrinkage shrinkage;
  private Seeds seeds = new Seeds(0);
  private long steps;
  private Survivors left = Survivors.ALL;
  private List<Architecture> children = List.of();

  ShrinkingSampler(SearchSpace space, Shrinkage shrinkage) {
    this.space = space;
    this.shrinkage = shrinkage;
  }

  @Override
  public void begin(Seeds seeds, long steps) {
    this.seeds = seeds;
    this.steps = steps;
  }

  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    return List.of(
        children.isEmpty() ? space.draw(random) : children.get(random.nextInt(children.size())));
  }

  /**
   * Makes the reviews that are due; a run of few steps may have several at once.
   *
   * @throws IllegalStateException when the run hasn't begun
   */
  @Override
  public void stepped(long step, SelectionLoss losses) {
    if (step >= steps) {
      throw new IllegalStateException(
          "shrinking was told of a run of " + steps + " steps; there is no step " + step);
    }
    while (left.reviews() < shrinkage.due(step, steps)) {
      List<List<String>> before =
          left.reviews() == 0 ? Survivors.pool(space, shrinkage, seeds.random(POOL)) : left.bins();
      leave(left.reviewed(before, shrinkage, losses));
    }
  }

  private void leave(Survivors now) {
    left = now;
    children = now.children();
  }

  @Override
  public Optional<List<Architecture>> survivors() {
    return left.reviews() == 0 ? Optional.empty() : Optional.of(children);
  }

  @Override
  public String state() {
    return left.text();
  }

  @Override
  public void restore(String state) {
    Survivors stored = Survivors.parse(state);
    stored.children().forEach(space::check);
    leave(stored);
  }
}
