package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import magicbench.harness.operator.WeightSpec;
import magicbench.harness.supernet.Weight;

/**
 * Adam (Kingma and Ba 2015, with the efficient form of section 2: epsilon is added to the root of
 * the uncorrected second moment) with decoupled weight decay on matrices (Loshchilov and Hutter
 * 2019). A super-net updates only the path of a step, so every weight counts its own updates.
 */
final class Adam implements Optimiser {

  private static final float NO_VALUE_CLIPPING = -1;

  private final TrainingSettings settings;
  private final NDManager manager;
  private final Companions means;
  private final Companions variances;
  private final SortedMap<String, Long> updates = new TreeMap<>();

  Adam(TrainingSettings settings, Collection<Weight> weights, NDManager parent) {
    this.settings = settings;
    this.manager = parent.newSubManager();
    this.means = Companions.zeros("adam.mean/", weights, manager);
    this.variances = Companions.zeros("adam.variance/", weights, manager);
    weights.forEach(weight -> updates.put(weight.name(), 0L));
  }

  @Override
  public void update(Weight weight, NDArray gradient, double learningRate, double rescale) {
    String name = weight.name();
    long count = updates.merge(name, 1L, Long::sum);
    boolean decays = weight.kind() == WeightSpec.Kind.MATRIX && settings.weightDecay() > 0;
    weight
        .array()
        .getNDArrayInternal()
        .adamUpdate(
            new NDList(weight.array(), gradient, means.of(name), variances.of(name)),
            new NDList(weight.array()),
            (float) learningRate,
            (float) (learningRate * biasCorrection(count)),
            decays ? (float) settings.weightDecay() : 0,
            (float) rescale,
            NO_VALUE_CLIPPING,
            (float) settings.beta1(),
            (float) settings.beta2(),
            (float) settings.epsilon(),
            false,
            decays);
  }

  private double biasCorrection(long count) {
    double first = 1 - StrictMath.pow(settings.beta1(), (double) count);
    double second = 1 - StrictMath.pow(settings.beta2(), (double) count);
    return Math.sqrt(second) / first;
  }

  @Override
  public SortedMap<String, Long> updates() {
    return new TreeMap<>(updates);
  }

  @Override
  public SortedMap<String, NDArray> memory() {
    SortedMap<String, NDArray> memory = means.stored();
    memory.putAll(variances.stored());
    return memory;
  }

  @Override
  public void restore(String weight, long count, Function<String, float[]> stored) {
    updates.put(weight, count);
    means.restore(weight, stored);
    variances.restore(weight, stored);
  }

  @Override
  public void close() {
    manager.close();
  }
}
