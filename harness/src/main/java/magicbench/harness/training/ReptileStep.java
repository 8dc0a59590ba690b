package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;
import magicbench.harness.operator.WeightSpec;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.supernet.Weight;

/**
 * A step by {@link StepRule.Reptile}. Inner steps have no state, so nothing but the optimiser's, if
 * it takes part, lives on from step to step.
 *
 * @param net whose weights
 * @param passes its passes
 * @param settings the run's schedule, clipping and decay
 * @param optimiser the run's optimiser
 * @param rule the rates
 */
record ReptileStep(
    SuperNet net,
    StepPasses passes,
    TrainingSettings settings,
    Optimiser optimiser,
    StepRule.Reptile rule)
    implements Stepping {

  @Override
  public StepResult take(
      long step, List<Architecture> paths, Optional<Architecture> anchor, Batch batch) {
    try (NDManager scope = net.newScope()) {
      Displacements moved = new Displacements(scope);
      double losses = 0;
      long made = 0;
      for (Architecture path : paths) {
        StepResult inner = innerRun(path, batch, moved);
        losses += inner.loss();
        made += inner.passes();
        if (inner.failure().isPresent()) {
          return new StepResult(losses / paths.size(), made, inner.failure());
        }
      }
      outerUpdate(step, moved, paths.size());
      return new StepResult(losses / paths.size(), made, Optional.empty());
    }
  }

  /** The loss that counts is that of the step's own weights, before the first inner step. */
  private StepResult innerRun(Architecture path, Batch batch, Displacements moved) {
    List<Weight> weights = net.parametersOf(path);
    moved.begin(weights);
    double first = 0;
    for (int number = 0; number < rule.innerSteps(); number++) {
      double loss = passes.run(List.of(path), Optional.empty(), batch);
      first = number == 0 ? loss : first;
      Optional<String> failure =
          Double.isFinite(loss) ? descend(weights) : Optional.of("loss " + loss);
      if (failure.isPresent()) {
        weights.forEach(Weight::zeroGradient);
        moved.putBack(weights);
        return new StepResult(first, number + 1, failure);
      }
    }
    moved.end(weights);
    return new StepResult(first, rule.innerSteps(), Optional.empty());
  }

  private Optional<String> descend(List<Weight> weights) {
    try (NDManager scope = net.newScope()) {
      return new ClippedUpdate(settings.clipNorm(), scope)
          .of(
              weights,
              1,
              () -> {},
              (weight, gradient, factor) ->
                  GradientDescent.update(weight, gradient, rule.innerRate() * factor));
    }
  }

  private void outerUpdate(long step, Displacements moved, int paths) {
    double learningRate = settings.learningRateAt(step);
    for (Displacements.Moved entry : moved.all()) {
      if (rule.outer() instanceof StepRule.Interpolation interpolation) {
        decay(entry.weight(), learningRate);
        double rate = interpolation.rate() * learningRate / settings.learningRate();
        GradientDescent.update(entry.weight(), entry.sum(), rate / paths);
      } else {
        double length = rule.innerSteps() * rule.innerRate();
        optimiser.update(entry.weight(), entry.sum(), learningRate, 1 / (paths * length));
      }
    }
  }

  /** Decoupled, of matrices only, as Adam's is; of plain descent this is L2 decay, too. */
  private void decay(Weight weight, double learningRate) {
    if (weight.kind() == WeightSpec.Kind.MATRIX && settings.weightDecay() > 0) {
      try (NDArray values = weight.array().stopGradient()) {
        values.muli(1 - learningRate * settings.weightDecay());
      }
    }
  }
}
