package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import magicbench.harness.operator.WeightSpec;
import magicbench.harness.supernet.Weight;

/**
 * Gradient descent by the formulas of {@link Momentum}. A super-net updates only the path of a
 * step: the velocity of every other weight stays as it is, as PyTorch's does without a gradient.
 */
final class MomentumDescent implements Optimiser {

  private final Momentum momentum;
  private final double weightDecay;
  private final NDManager manager;
  private final Companions velocities;
  private final SortedMap<String, Long> updates = new TreeMap<>();

  MomentumDescent(TrainingSettings settings, Collection<Weight> weights, NDManager parent) {
    this.momentum = settings.momentum();
    this.weightDecay = settings.weightDecay();
    this.manager = parent.newSubManager();
    this.velocities = Companions.zeros("momentum.velocity/", weights, manager);
    weights.forEach(weight -> updates.put(weight.name(), 0L));
  }

  @Override
  public void update(Weight weight, NDArray gradient, double learningRate, double rescale) {
    updates.merge(weight.name(), 1L, Long::sum);
    try (NDArray values = weight.array().stopGradient();
        NDArray descent = gradient.mul(rescale)) {
      if (weight.kind() == WeightSpec.Kind.MATRIX && weightDecay > 0) {
        addTo(descent, values, weightDecay);
      }
      NDArray velocity = velocities.of(weight.name());
      velocity.muli(momentum.factor()).addi(descent);
      if (momentum.nesterov()) {
        addTo(descent, velocity, momentum.factor());
        addTo(values, descent, -learningRate);
      } else {
        addTo(values, velocity, -learningRate);
      }
    }
    weight.zeroGradient();
  }

  private static void addTo(NDArray sum, NDArray summand, double factor) {
    try (NDArray part = summand.mul(factor)) {
      sum.addi(part);
    }
  }

  @Override
  public SortedMap<String, Long> updates() {
    return new TreeMap<>(updates);
  }

  @Override
  public SortedMap<String, NDArray> memory() {
    return velocities.stored();
  }

  @Override
  public void restore(String weight, long count, Function<String, float[]> stored) {
    updates.put(weight, count);
    velocities.restore(weight, stored);
  }

  @Override
  public void close() {
    manager.close();
  }
}
