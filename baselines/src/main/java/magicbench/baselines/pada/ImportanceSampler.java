package magicbench.baselines.pada;

import java.util.ArrayList;
import java.util.List;
import magicbench.harness.sampling.GradientNorms;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Draws operator o of a layer with the probability e · share(o) + (1 - e) / n: e is the part of the
 * run that is done, n the number of the layer's operators, share(o) the mean gradient norm of o as
 * a part of the sum over the layer's operators.
 *
 * <p>The law is worked out from the norms at every step and kept nowhere, so it can't go stale.
 */
final class ImportanceSampler implements PathSampler {

  private final SearchSpace space;
  private long steps;
  private Norms norms = Norms.NONE;

  ImportanceSampler(SearchSpace space) {
    this.space = space;
  }

  @Override
  public void begin(Seeds seeds, long steps) {
    this.steps = steps;
  }

  /**
   * The next step's path.
   *
   * @throws IllegalStateException when the run hasn't begun, or has ended
   */
  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    if (norms.step() >= steps) {
      throw new IllegalStateException(
          "pada-path was told of a run of " + steps + " steps; there is no step " + norms.step());
    }
    List<String> operators = new ArrayList<>();
    for (int layer = 0; layer < space.layers(); layer++) {
      operators.add(drawn(space.candidates(layer), random.nextDouble()));
    }
    return List.of(new Architecture(operators));
  }

  /**
   * One operator.
   *
   * @param candidates what may be drawn
   * @param place where in the cumulated law, 0 to below 1
   */
  private String drawn(List<String> candidates, double place) {
    double done = norms.step() / (double) steps;
    double all = candidates.stream().mapToDouble(norms::mean).sum();
    double below = 0;
    for (String operator : candidates) {
      double uniform = 1.0 / candidates.size();
      double share = all > 0 ? norms.mean(operator) / all : uniform;
      below += done * share + (1 - done) * uniform;
      if (place < below) {
        return operator;
      }
    }
    return candidates.get(candidates.size() - 1); // rounding may leave the sum just below 1
  }

  @Override
  public void trained(List<Architecture> paths, GradientNorms gradients) {
    norms = norms.after(paths, gradients);
  }

  @Override
  public String state() {
    return norms.text();
  }

  @Override
  public void restore(String state) {
    norms = Norms.parse(state);
  }
}
