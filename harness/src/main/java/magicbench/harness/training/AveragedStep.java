package magicbench.harness.training;

import ai.djl.ndarray.NDManager;
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
 * @param optimiser its optimiser
 * @param sampler who is shown how large the gradients are
 */
record AveragedStep(
    SuperNet net,
    StepPasses passes,
    TrainingSettings settings,
    Optimiser optimiser,
    PathSampler sampler)
    implements Stepping {

  @Override
  public StepResult take(
      long step, List<Architecture> paths, Optional<Architecture> anchor, Batch batch) {
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
    double learningRate = settings.learningRateAt(step);
    return new ClippedUpdate(settings.clipNorm(), scope)
        .of(
            touched,
            1.0 / paths.size(),
            () -> sampler.trained(paths, new StepGradients(net, scope, paths.size())),
            (weight, gradient, factor) -> optimiser.update(weight, gradient, learningRate, factor));
  }
}
