package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import magicbench.harness.operator.Scaling;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.BatchArrays;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.supernet.Trace;
import magicbench.harness.supernet.Weight;
import magicbench.results.plan.Seeds;

/**
 * Trains a super-net: one step trains the sampler's child models on one batch and averages their
 * gradients into one update of the weights that they touched.
 *
 * <p>A step's randomness depends on the step's number only, so a resumed run equals an
 * uninterrupted one bit for bit on a CPU with one thread. One trainer at a time per JVM.
 */
public final class SuperNetTrainer implements AutoCloseable {

  private final SuperNet net;
  private final PathSampler sampler;
  private final BatchSource batches;
  private final TrainingSettings settings;
  private final Seeds seeds;
  private final Aligning aligning;
  private final NDManager manager;
  private final Adam adam;
  private final LossCurve curve;
  private Passes passes = Passes.NONE;
  private long step;

  /**
   * Makes a trainer without alignment that has done no step.
   *
   * @param net the super-net; stays the caller's to close
   * @param sampler which child models each step trains
   * @param batches what each step trains on
   * @param settings how
   * @param seeds where the sampler's randomness comes from (stream {@code sampler})
   */
  public SuperNetTrainer(
      SuperNet net,
      PathSampler sampler,
      BatchSource batches,
      TrainingSettings settings,
      Seeds seeds) {
    this(net, Recipe.of(sampler), batches, settings, seeds);
  }

  /**
   * Makes a trainer that has done no step.
   *
   * @param net the super-net; stays the caller's to close
   * @param recipe which child models are trained, and what they are aligned with
   * @param batches what each step trains on
   * @param settings how
   * @param seeds where the sampler's randomness comes from (stream {@code sampler})
   */
  public SuperNetTrainer(
      SuperNet net, Recipe recipe, BatchSource batches, TrainingSettings settings, Seeds seeds) {
    this.net = net;
    this.aligning = recipe.aligning();
    this.sampler = recipe.sampler();
    this.batches = batches;
    this.settings = settings;
    this.seeds = seeds;
    this.manager = net.newScope();
    this.adam = new Adam(settings, net.weights().values(), manager);
    this.curve = new LossCurve(settings.steps());
    sampler.begin(seeds, settings.steps());
  }

  /**
   * The number of steps done.
   *
   * @return 0 or more
   */
  public long step() {
    return step;
  }

  /**
   * The passes so far, those of a resumed run included.
   *
   * @return counts
   */
  public Passes passes() {
    return passes;
  }

  /**
   * The training loss so far, without what alignment adds.
   *
   * @return at most some two hundred points, oldest first
   */
  public List<LossPoint> lossCurve() {
    return curve.points();
  }

  /**
   * Trains until so many steps are done; does nothing where they are.
   *
   * @param target the number of steps
   * @return how it ended
   */
  public TrainingOutcome trainTo(long target) {
    while (step < target) {
      Optional<String> failure = runStep();
      if (failure.isPresent()) {
        return new TrainingOutcome.Diverged(step, failure.get());
      }
      step++;
    }
    return new TrainingOutcome.Trained(step);
  }

  private Optional<String> runStep() {
    List<Architecture> paths = sampler.next(seeds.randomAt(PathSampler.STREAM, step));
    Collection<Weight> touched = touchedBy(paths);
    try (NDManager scope = net.newScope()) {
      double loss = backward(paths, batches.at(step));
      passes = passes.plus(paths.size(), paths.size());
      Optional<String> failure =
          Double.isFinite(loss) ? update(touched, paths, scope) : Optional.of("loss " + loss);
      if (failure.isPresent()) {
        touched.forEach(Weight::zeroGradient);
      } else {
        curve.add(step, loss);
        aligning.alignment().trained(step, paths.get(paths.size() - 1), this::selectionLoss);
      }
      return failure;
    }
  }

  private double selectionLoss(Architecture child) {
    passes = passes.plus(aligning.selection().size(), 0);
    return validationLoss(aligning.selection(), List.of(child));
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

  private double backward(List<Architecture> paths, TokenBatch batch) {
    Optional<Architecture> anchor = aligning.alignment().anchor(step);
    passes = passes.plus(anchor.isPresent() ? 1 : 0, 0);
    double sum = 0;
    for (TokenBatch part : batch.parts(settings.microBatch())) {
      sum += backward(paths, anchor, part, part.shareOf(batch));
    }
    return sum / paths.size();
  }

  /**
   * A part counts by its masked places, so that all parts' gradients add up to the batch's. The
   * anchor's pass comes before the collector: outside one the engine records nothing, so no
   * gradient can reach the anchor.
   */
  private double backward(
      List<Architecture> paths, Optional<Architecture> anchor, TokenBatch part, double share) {
    double sum = 0;
    try (NDManager scope = net.newScope()) {
      BatchArrays arrays = part.arrays(scope);
      Optional<Trace> target = anchor.map(path -> net.trace(path, arrays));
      for (Architecture path : paths) {
        sum += share * backward(path, target, arrays, share);
      }
    }
    return sum;
  }

  private double backward(
      Architecture path, Optional<Trace> target, BatchArrays arrays, double share) {
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      Trace child = net.trace(path, arrays);
      NDArray objective = objective(child, target);
      collector.backward(share == 1 ? objective : Scaling.of(objective, share));
      return child.loss().getFloat();
    }
  }

  private NDArray objective(Trace child, Optional<Trace> anchor) {
    return anchor
        .map(target -> child.loss().add(aligning.alignment().penalty(child, target)))
        .orElse(child.loss());
  }

  private Optional<String> update(
      Collection<Weight> touched, List<Architecture> paths, NDManager scope) {
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
      apply(touched, gradients, rescale);
      return Optional.empty();
    } finally {
      gradients.forEach(NDArray::close);
    }
  }

  private void apply(Collection<Weight> touched, List<NDArray> gradients, double rescale) {
    double learningRate = settings.learningRateAt(step);
    int index = 0;
    for (Weight weight : touched) {
      adam.update(weight, gradients.get(index++), learningRate, rescale);
    }
  }

  /**
   * The mean masked-LM loss over batches and child models, without training.
   *
   * @param held held-out batches, at least one; each counts by its masked places
   * @param architectures child models, at least one; each counts the same
   * @return nats for one masked token
   */
  public double validationLoss(List<TokenBatch> held, List<Architecture> architectures) {
    return validationLoss(held, architectures, () -> {});
  }

  /**
   * The mean masked-LM loss, as {@link #validationLoss(List, List)} says.
   *
   * @param held held-out batches, at least one; each counts by its masked places
   * @param architectures child models, at least one; each counts the same
   * @param alive is told of every pass
   * @return nats for one masked token
   */
  public double validationLoss(
      List<TokenBatch> held, List<Architecture> architectures, Runnable alive) {
    double sum = 0;
    long places = 0;
    for (TokenBatch batch : held) {
      places += (long) batch.targets().length * architectures.size();
      for (Architecture architecture : architectures) {
        sum += batch.targets().length * validationLoss(batch, architecture);
        alive.run();
      }
    }
    return sum / places;
  }

  private double validationLoss(TokenBatch batch, Architecture architecture) {
    try (NDManager scope = net.newScope()) {
      return net.loss(architecture, batch.arrays(scope)).getFloat();
    }
  }

  /**
   * Writes everything that a resumed run needs.
   *
   * @param file where to; replaced whole or not at all
   * @throws magicbench.results.file.InputException when the disk refuses
   */
  public void save(Path file) {
    Checkpoint.Progress progress =
        new Checkpoint.Progress(
            seeds.seed(),
            settings,
            step,
            sampler.state(),
            aligning.alignment().state(),
            passes,
            curve.state(),
            adam.updates());
    Checkpoint.write(file, progress, net, adam);
  }

  /**
   * How far a checkpoint is, without reading the rest of it.
   *
   * @param file what {@link #save} wrote
   * @return the number of steps done
   * @throws magicbench.results.file.InputException when the file is none
   */
  public static long stepOf(Path file) {
    return Checkpoint.open(file).progress().step();
  }

  /**
   * Goes on where another trainer of the same seed, settings and space stopped.
   *
   * @param file what {@link #save} wrote
   * @throws magicbench.results.file.InputException when the file is damaged or of another run
   */
  public void restore(Path file) {
    Checkpoint checkpoint = Checkpoint.open(file);
    Checkpoint.Progress progress = checkpoint.progress();
    checkpoint.requireRun(seeds.seed(), settings);
    checkpoint.verify();
    checkpoint.copyInto(net, adam);
    step = progress.step();
    curve.restore(progress.curve());
    sampler.restore(progress.sampler());
    aligning.alignment().restore(progress.alignment());
    passes = progress.passes();
  }

  /** Frees the optimiser's memory. */
  @Override
  public void close() {
    manager.close();
  }
}
