package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The arrays of one (layer, operator) pair by the names its operator gives them. */
public final class OperatorWeights {

  private final SortedMap<String, NDArray> arrays;

  /**
   * Keeps a sorted copy of the map; the arrays stay their owner's.
   *
   * @param arrays arrays by weight name
   */
  public OperatorWeights(Map<String, NDArray> arrays) {
    this.arrays = Collections.unmodifiableSortedMap(new TreeMap<>(arrays));
  }

  /**
   * One array.
   *
   * @param name the weight's name
   * @return the array
   * @throws IllegalStateException when the operator has no such weight
   */
  public NDArray get(String name) {
    NDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalStateException("no weight " + name + " among " + arrays.keySet());
    }
    return array;
  }

  /**
   * All arrays.
   *
   * @return arrays sorted by name; empty for the identity
   */
  public List<NDArray> arrays() {
    return List.copyOf(arrays.values());
  }
}
