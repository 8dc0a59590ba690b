package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.supernet.Weight;

/** Where a step's weights were, and how far all its child models together moved each of them. */
final class Displacements {

  private final NDManager scope;
  private final SortedMap<String, Moved> moved = new TreeMap<>();

  /**
   * No weight moved.
   *
   * @param scope the step's manager
   */
  Displacements(NDManager scope) {
    this.scope = scope;
  }

  /**
   * One weight.
   *
   * @param weight the weight
   * @param start its values when the step began
   * @param sum start minus end, summed over child models
   */
  record Moved(Weight weight, NDArray start, NDArray sum) {}

  /** Remembers where weights are that a child model is about to move, unless it knows already. */
  void begin(Collection<Weight> weights) {
    weights.forEach(weight -> moved.computeIfAbsent(weight.name(), name -> unmoved(weight)));
  }

  private Moved unmoved(Weight weight) {
    try (NDArray values = weight.array().stopGradient()) {
      NDArray start = values.duplicate();
      start.attach(scope);
      return new Moved(weight, start, scope.zeros(start.getShape(), start.getDataType()));
    }
  }

  /** Adds up how far a child model moved its weights, and puts them back. */
  void end(Collection<Weight> weights) {
    for (Weight weight : weights) {
      Moved entry = moved.get(weight.name());
      try (NDArray values = weight.array().stopGradient();
          NDArray difference = entry.start().sub(values)) {
        entry.sum().addi(difference);
      }
    }
    putBack(weights);
  }

  /**
   * Puts weights back to where they were, bit for bit, whatever they are now: x⁰ - 1 is 0 for every
   * x. What is written to shares its memory with the weight, and records nothing.
   */
  void putBack(Collection<Weight> weights) {
    for (Weight weight : weights) {
      try (NDArray values = weight.array().stopGradient()) {
        values.powi(0).subi(1).addi(moved.get(weight.name()).start());
      }
    }
  }

  /** All weights that a child model moved, by name. */
  List<Moved> all() {
    return List.copyOf(moved.values());
  }
}
