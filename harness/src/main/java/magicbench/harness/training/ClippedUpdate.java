package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import magicbench.harness.supernet.Weight;

/**
 * An update of some weights by their gradients, whose common norm is clipped first.
 *
 * @param clipNorm the largest norm, 0 for no clipping
 * @param scope where intermediate arrays go
 */
record ClippedUpdate(double clipNorm, NDManager scope) {

  /** Updates one weight. */
  @FunctionalInterface
  interface Rule {

    /** Multiplies the gradient by a factor, and updates the weight with it. */
    void update(Weight weight, NDArray gradient, double factor);
  }

  /**
   * Updates the weights, or none of them.
   *
   * @param weights what a backward pass has touched
   * @param factor what their gradients are multiplied with before the norm is taken
   * @param before is run between the norm and the updates, while the gradients are still there
   * @param rule updates one weight
   * @return why no weight was updated; empty where all were
   */
  Optional<String> of(Collection<Weight> weights, double factor, Runnable before, Rule rule) {
    List<NDArray> gradients = new ArrayList<>(weights.size());
    try {
      weights.forEach(weight -> gradients.add(weight.array().getGradient()));
      double clipped = factor;
      if (clipNorm > 0) {
        double norm = factor * StepGradients.norm(gradients, scope);
        if (!Double.isFinite(norm)) {
          return Optional.of("gradient norm " + norm);
        }
        clipped *= Math.min(1, clipNorm / norm);
      }
      before.run();
      int index = 0;
      for (Weight weight : weights) {
        rule.update(weight, gradients.get(index++), clipped);
      }
      return Optional.empty();
    } finally {
      gradients.forEach(NDArray::close);
    }
  }
}
