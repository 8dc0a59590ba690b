package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import magicbench.harness.supernet.Weight;

/**
 * An array beside every weight, of its shape and type, in memory of the engine's own.
 *
 * <p>Checkpoints know each by a prefix and the weight's name.
 */
final class Companions {

  private final String prefix;
  private final NDManager manager;
  private final SortedMap<String, NDArray> arrays = new TreeMap<>();

  private Companions(String prefix, NDManager manager) {
    this.prefix = prefix;
    this.manager = manager;
  }

  /**
   * Zeros.
   *
   * @param prefix what checkpoints put in front of a weight's name
   * @param weights the weights
   * @param manager holds the arrays
   */
  static Companions zeros(String prefix, Collection<Weight> weights, NDManager manager) {
    Companions zeros = new Companions(prefix, manager);
    for (Weight weight : weights) {
      NDArray array = weight.array();
      zeros.arrays.put(weight.name(), manager.zeros(array.getShape(), array.getDataType()));
    }
    return zeros;
  }

  /**
   * Copies of the weights as they are.
   *
   * @param prefix what checkpoints put in front of a weight's name
   * @param weights the weights
   * @param manager holds the arrays
   */
  static Companions copies(String prefix, Collection<Weight> weights, NDManager manager) {
    Companions copies = new Companions(prefix, manager);
    for (Weight weight : weights) {
      try (NDArray values = weight.array().stopGradient()) {
        NDArray copy = values.duplicate();
        copy.attach(manager);
        copies.arrays.put(weight.name(), copy);
      }
    }
    return copies;
  }

  /** The array beside a weight of this name. */
  NDArray of(String weight) {
    return arrays.get(weight);
  }

  /** All arrays by the names that checkpoints know them by. */
  SortedMap<String, NDArray> stored() {
    SortedMap<String, NDArray> stored = new TreeMap<>();
    arrays.forEach((weight, array) -> stored.put(prefix + weight, array));
    return stored;
  }

  /** Overwrites the array beside a weight of this name with what a checkpoint holds of it. */
  void restore(String weight, Function<String, float[]> stored) {
    NDArray array = arrays.get(weight);
    try (NDArray given = manager.create(stored.apply(prefix + weight), array.getShape())) {
      array.set(new NDIndex(":"), given);
    }
  }
}
