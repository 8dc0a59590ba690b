package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/** Arrays of noise, the same in every run. */
final class Noise {

  private final NDManager manager;
  private final UniformRandomProvider random;

  Noise(NDManager manager, long seed) {
    this.manager = manager;
    this.random = new Seeds(seed).random("noise");
  }

  /** Values from -1.5 to 2.5: of a mean that isn't 0 and a variance that isn't 1. */
  NDArray of(long... shape) {
    Shape measures = new Shape(shape);
    float[] values = new float[Math.toIntExact(measures.size())];
    for (int place = 0; place < values.length; place++) {
      values[place] = 4 * random.nextFloat() - 1.5f;
    }
    return manager.create(values, measures);
  }

  /** Weights as they are described, which collect gradients. */
  Map<String, NDArray> weights(List<WeightSpec> specs) {
    Map<String, NDArray> arrays = new TreeMap<>();
    for (WeightSpec spec : specs) {
      NDArray array = of(spec.shape().getShape());
      array.setRequiresGradient(true);
      arrays.put(spec.name(), array);
    }
    return arrays;
  }
}
