package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import magicbench.harness.supernet.Weight;

/**
 * An exponential moving average of every weight of a network, those that a step didn't touch
 * included. After the n-th update, n from 1, with d the setting:
 *
 * <pre>
 * e = min(d, (1 + n) / (10 + n))
 * average ← e · average + (1 − e) · weight
 * </pre>
 *
 * <p>It starts at the weights as they are when it is made. The average is Polyak and Juditsky's
 * (1992) idea in the form of TensorFlow's {@code tf.train.ExponentialMovingAverage}, whose warm-up
 * with {@code num_updates} e is: early averages forget the initial weights soon.
 */
final class WeightAverages implements AutoCloseable {

  private static final double WARMUP = 10;

  private final double decay;
  private final List<Weight> weights;
  private final NDManager manager;
  private final Companions averages;
  private boolean inPlace;

  /**
   * Averages that are the weights themselves so far.
   *
   * @param decay what is left of an average at each update, above 0 to below 1
   * @param weights all weights of a network
   * @param parent whose child holds the averages
   */
  WeightAverages(double decay, Collection<Weight> weights, NDManager parent) {
    this.decay = decay;
    this.weights = List.copyOf(weights);
    this.manager = parent.newSubManager();
    this.averages = Companions.copies("average/", weights, manager);
  }

  /**
   * Takes in the weights after an update.
   *
   * @param updates how many updates there have been, this one included, at least 1
   */
  void add(long updates) {
    double kept = Math.min(decay, (1 + updates) / (WARMUP + updates));
    for (Weight weight : weights) {
      try (NDArray values = weight.array().stopGradient();
          NDArray part = values.mul(1 - kept)) {
        averages.of(weight.name()).muli(kept).addi(part);
      }
    }
  }

  /**
   * Does something while the averages are in the weights' place. Whatever becomes of it, the
   * weights are put back bit for bit.
   *
   * @param action what is done; it must leave the weights alone
   * @return what it gave
   */
  <T> T during(Supplier<T> action) {
    requireAway();
    inPlace = true;
    swap();
    try {
      return action.get();
    } finally {
      swap();
      inPlace = false;
    }
  }

  /** Refuses what would take the averages for the weights. */
  void requireAway() {
    if (inPlace) {
      throw new IllegalStateException("the averages are in the weights' place");
    }
  }

  /** One weight at a time, so that no third copy of them all is needed. */
  private void swap() {
    for (Weight weight : weights) {
      NDArray average = averages.of(weight.name());
      try (NDArray values = weight.array().stopGradient();
          NDArray kept = values.duplicate()) {
        overwrite(values, average);
        overwrite(average, kept);
      }
    }
  }

  /**
   * In place, since the network holds these arrays, and bit for bit, whatever was there: x⁰ - 1 is
   * 0 for every x, and -0 plus y is y for every y, zeros of both signs included.
   */
  private static void overwrite(NDArray array, NDArray by) {
    array.powi(0).subi(1).negi().addi(by);
  }

  /** All averages by the names that checkpoints know them by. */
  SortedMap<String, NDArray> memory() {
    return averages.stored();
  }

  /**
   * Overwrites the average of one weight.
   *
   * @param weight the weight's name
   * @param stored gives the values of what {@link #memory} names
   */
  void restore(String weight, Function<String, float[]> stored) {
    averages.restore(weight, stored);
  }

  @Override
  public void close() {
    manager.close();
  }
}
