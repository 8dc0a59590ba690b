package magicbench.harness.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.operator.OperatorWeights;
import magicbench.harness.operator.WeightSpec;

/** All weights of a super-net by name. */
final class WeightTable {

  private final SortedMap<String, Weight> weights = new TreeMap<>();
  private final NDManager manager;
  private final InitialValues initial;
  private final DataType type;

  WeightTable(NDManager manager, InitialValues initial, DataType type) {
    this.manager = manager;
    this.initial = initial;
    this.type = type;
  }

  /** Creates the weights of one owner and gives them back under their own names. */
  OperatorWeights create(String owner, List<WeightSpec> specs) {
    SortedMap<String, NDArray> arrays = new TreeMap<>();
    for (WeightSpec spec : specs) {
      String name = owner + "/" + spec.name();
      NDArray array = ownArray(initial.of(name, spec), spec.shape());
      array.setName(name);
      array.setRequiresGradient(true);
      weights.put(name, new Weight(name, spec.kind(), array));
      arrays.put(spec.name(), array);
    }
    return new OperatorWeights(arrays);
  }

  /**
   * An array in the engine's own, aligned memory: one made from Java's values borrows a Java buffer
   * whose address differs from run to run, and with it the order of vectorised sums.
   */
  private NDArray ownArray(double[] values, Shape shape) {
    try (NDArray given = manager.create(values, shape);
        NDArray typed = given.toType(type, true)) {
      return typed.duplicate();
    }
  }

  SortedMap<String, Weight> all() {
    return weights;
  }

  List<Weight> ownedBy(String owner) {
    return List.copyOf(weights.subMap(owner + "/", owner + "0").values());
  }

  void assign(String name, float[] values) {
    NDArray array = weights.get(name).array();
    // The engine refuses to overwrite what it might have to differentiate.
    array.setRequiresGradient(false);
    try (NDArray given = manager.create(values, array.getShape())) {
      array.set(new NDIndex(":"), given);
    } finally {
      array.setRequiresGradient(true);
    }
  }
}
