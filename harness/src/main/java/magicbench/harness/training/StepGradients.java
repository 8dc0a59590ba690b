package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.List;
import magicbench.harness.sampling.GradientNorms;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.supernet.Weight;

/**
 * The sizes of a step's gradients, read between the backward passes and the update.
 *
 * @param net whose gradients
 * @param scope where intermediate arrays go
 * @param paths how many paths' gradients were added up
 */
record StepGradients(SuperNet net, NDManager scope, int paths) implements GradientNorms {

  @Override
  public double of(int layer, String operator) {
    List<NDArray> gradients =
        net.parametersOf(layer, operator).stream()
            .map(Weight::array)
            .map(NDArray::getGradient)
            .toList();
    try {
      return gradients.isEmpty() ? 0 : norm(gradients, scope) / paths;
    } finally {
      gradients.forEach(NDArray::close);
    }
  }

  /**
   * The Euclidean norm over several arrays.
   *
   * @param gradients at least one
   * @param scope where intermediate arrays go
   * @return 0 or more, or no finite number where a value is none
   */
  static double norm(List<NDArray> gradients, NDManager scope) {
    NDList norms = new NDList(gradients.size());
    for (NDArray gradient : gradients) {
      NDArray norm = gradient.norm();
      norm.attach(scope);
      norms.add(norm);
    }
    return NDArrays.stack(norms).norm().getFloat();
  }
}
