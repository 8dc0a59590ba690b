package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.supernet.Weight;

/**
 * A step that averages its child models' gradients into one update of the weights that they
 * touched.
 *
 * @param net whose weights
 * @param passes its passes
 * @param settings how it trains
 * @param adam its optimiser
 * @param sampler who is shown how large the gradients are
 */
record AveragedStep(
    SuperNet net, StepPasses passes, TrainingSettings settings, Adam adam, PathSampler sampler)
    implements Stepping {

  @Override
  public StepResult take(
      long step, List<Architecture> paths, Optional<Architecture> anchor, TokenBatch batch) {
    Collection<Weight> touched = touchedBy(paths);
    try (NDManager scope = net.newScope()) {
      double loss = passes.run(paths, anchor, batch) / paths.size();
      Optional<String> failure =
          Double.isFinite(loss) ? update(step, touched, paths, scope) : Optional.of("loss " + loss);
      if (failure.isPresent()) {
        touched.forEach(Weight::zeroGradient);
      }
      return new StepResult(loss, paths.size(), failure);
    }
  }

  private Collection<Weight> touchedBy(List<Architecture> paths) {
    if (paths.size() == 1) {
      return net.parametersOf(paths.get(0));
    }
    TreeMap<String, Weight> union = new TreeMap<>();
    for (Architecture path : paths) {
      net.parametersOf(path).forEach(weight -> union.put(weight.name(), weight));
    }
    return union.values();
  }

  private Optional<String> update(
      long step, Collection<Weight> touched, List<Architecture> paths, NDManager scope) {
    List<NDArray> gradients = new ArrayList<>(touched.size());
    try {
      touched.forEach(weight -> gradients.add(weight.array().getGradient()));
      double rescale = 1.0 / paths.size();
      if (settings.clipNorm() > 0) {
        double norm = rescale * StepGradients.norm(gradients, scope);
        if (!Double.isFinite(norm)) {
          return Optional.of("gradient norm " + norm);
        }
        rescale *= Math.min(1, settings.clipNorm() / norm);
      }
      sampler.trained(paths, new StepGradients(net, scope, paths.size()));
      apply(step, touched, gradients, rescale);
      return Optional.empty();
    } finally {
      gradients.forEach(NDArray::close);
    }
  }

  private void apply(
      long step, Collection<Weight> touched, List<NDArray> gradients, double rescale) {
    double learningRate = settings.learningRateAt(step);
    int index = 0;
    for (Weight weight : touched) {
      adam.update(weight, gradients.get(index++), learningRate, rescale);
    }
  }
}
