package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.operator.WeightSpec;
import magicbench.harness.supernet.Weight;

/**
 * Adam (Kingma and Ba 2015, with the efficient form of section 2: epsilon is added to the root of
 * the uncorrected second moment) with decoupled weight decay on matrices (Loshchilov and Hutter
 * 2019). A super-net updates only the path of a step, so every weight counts its own updates.
 */
final class Adam implements AutoCloseable {

  private static final float NO_VALUE_CLIPPING = -1;

  private final TrainingSettings settings;
  private final NDManager manager;
  private final SortedMap<String, Slot> slots = new TreeMap<>();

  Adam(TrainingSettings settings, Collection<Weight> weights, NDManager parent) {
    this.settings = settings;
    this.manager = parent.newSubManager();
    for (Weight weight : weights) {
      slots.put(weight.name(), new Slot(weight.array(), manager));
    }
  }

  /**
   * Updates one weight and sets its gradient to zero.
   *
   * @param weight the weight
   * @param gradient its gradient
   * @param learningRate the step's learning rate
   * @param rescale what the gradient is multiplied with first
   */
  void update(Weight weight, NDArray gradient, double learningRate, double rescale) {
    Slot slot = slots.get(weight.name());
    slot.updates++;
    boolean decays = weight.kind() == WeightSpec.Kind.MATRIX && settings.weightDecay() > 0;
    weight
        .array()
        .getNDArrayInternal()
        .adamUpdate(
            new NDList(weight.array(), gradient, slot.mean, slot.variance),
            new NDList(weight.array()),
            (float) learningRate,
            (float) (learningRate * biasCorrection(slot.updates)),
            decays ? (float) settings.weightDecay() : 0,
            (float) rescale,
            NO_VALUE_CLIPPING,
            (float) settings.beta1(),
            (float) settings.beta2(),
            (float) settings.epsilon(),
            false,
            decays);
  }

  private double biasCorrection(long updates) {
    double first = 1 - StrictMath.pow(settings.beta1(), (double) updates);
    double second = 1 - StrictMath.pow(settings.beta2(), (double) updates);
    return Math.sqrt(second) / first;
  }

  /** The names of all weights that have moments, sorted. */
  SortedMap<String, Long> updates() {
    SortedMap<String, Long> updates = new TreeMap<>();
    slots.forEach((name, slot) -> updates.put(name, slot.updates));
    return updates;
  }

  NDArray mean(String name) {
    return slots.get(name).mean;
  }

  NDArray variance(String name) {
    return slots.get(name).variance;
  }

  void restore(String name, long updates, float[] mean, float[] variance) {
    Slot slot = slots.get(name);
    slot.updates = updates;
    assign(slot.mean, mean);
    assign(slot.variance, variance);
  }

  private void assign(NDArray array, float[] values) {
    try (NDArray given = manager.create(values, array.getShape())) {
      array.set(new NDIndex(":"), given);
    }
  }

  @Override
  public void close() {
    manager.close();
  }

  /** What Adam remembers of one weight. */
  private static final class Slot {
    private final NDArray mean;
    private final NDArray variance;
    private long updates;

    Slot(NDArray weight, NDManager manager) {
      this.mean = manager.zeros(weight.getShape(), weight.getDataType());
      this.variance = manager.zeros(weight.getShape(), weight.getDataType());
    }
  }
}
