package magicbench.harness.training;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.StepRule;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.SuperNet;
import magicbench.results.plan.Seeds;

/**
 * Trains a super-net: one step trains the sampler's child models on one batch, by the sampler's
 * rule, and updates the weights that they touched.
 *
 * <p>A step's randomness depends on the step's number only, so a resumed run equals an
 * uninterrupted one bit for bit on a CPU with one thread. One trainer at a time per JVM.
 */
public final class SuperNetTrainer implements Trainer, AutoCloseable {

  private final SuperNet net;
  private final PathSampler sampler;
  private final BatchSource<? extends Batch> batches;
  private final TrainingSettings settings;
  private final Seeds seeds;
  private final Aligning aligning;
  private final Optional<LiveTeacher> teacher;
  private final NDManager manager;
  private final Optimiser optimiser;
  private final Optional<WeightAverages> averages;
  private final LossCurve curve;
  private final Stepping stepping;
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
      BatchSource<? extends Batch> batches,
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
      SuperNet net,
      Recipe recipe,
      BatchSource<? extends Batch> batches,
      TrainingSettings settings,
      Seeds seeds) {
    this.net = net;
    this.aligning = recipe.aligning();
    this.teacher = recipe.teacher();
    this.sampler = recipe.sampler();
    this.batches = batches;
    this.settings = settings;
    this.seeds = seeds;
    this.manager = net.newScope();
    this.optimiser = Optimiser.of(settings, net.weights().values(), manager);
    this.averages =
        Optional.ofNullable(settings.averageDecay())
            .map(kept -> new WeightAverages(kept, net.weights().values(), manager));
    this.curve = new LossCurve(settings.steps());
    this.stepping = stepping();
    sampler.begin(seeds, settings.steps());
  }

  private Stepping stepping() {
    StepRule rule = sampler.rule();
    StepPasses stepPasses =
        new StepPasses(net, rule, aligning.alignment(), teacher, settings.microBatch());
    return rule instanceof StepRule.Reptile reptile
        ? new ReptileStep(net, stepPasses, settings, optimiser, reptile)
        : new AveragedStep(net, stepPasses, settings, optimiser, sampler);
  }

  @Override
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
   * Whether a teacher runs beside: one more forward pass a step, of another network.
   *
   * @return whether the recipe has one
   */
  public boolean isTaught() {
    return teacher.isPresent();
  }

  /**
   * The training loss so far, without what an alignment or a teacher adds.
   *
   * @return at most some two hundred points, oldest first
   */
  public List<LossPoint> lossCurve() {
    return curve.points();
  }

  @Override
  public Optional<String> runStep() {
    averages.ifPresent(WeightAverages::requireAway);
    List<Architecture> paths = sampler.next(seeds.randomAt(PathSampler.STREAM, step));
    Optional<Architecture> anchor = aligning.alignment().anchor(step);
    StepResult result = stepping.take(step, paths, anchor, batches.at(step));
    passes = passes.plus(result.passes() + (anchor.isPresent() ? 1 : 0), result.passes());
    if (result.failure().isEmpty()) {
      averages.ifPresent(each -> each.add(step + 1));
      curve.add(step, result.loss());
      aligning.alignment().trained(step, paths.get(paths.size() - 1), this::selectionLoss);
      sampler.stepped(step, this::selectionLoss);
      step++;
    }
    return result.failure();
  }

  private double selectionLoss(Architecture child) {
    if (aligning.selection().isEmpty()) {
      throw new IllegalStateException("the run has no batches to select child models by");
    }
    passes = passes.plus(aligning.selection().size(), 0);
    return validationLoss(aligning.selection(), List.of(child));
  }

  /**
   * The mean masked-LM loss over batches and child models, without training.
   *
   * @param held held-out batches, at least one; each counts by its masked places
   * @param architectures child models, at least one; each counts the same
   * @return nats for one masked token
   */
  public double validationLoss(List<? extends Batch> held, List<Architecture> architectures) {
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
      List<? extends Batch> held, List<Architecture> architectures, Runnable alive) {
    double sum = 0;
    long places = 0;
    for (Batch batch : held) {
      places += (long) batch.told() * architectures.size();
      for (Architecture architecture : architectures) {
        sum += batch.told() * validationLoss(batch, architecture);
        alive.run();
      }
    }
    return sum / places;
  }

  private double validationLoss(Batch batch, Architecture architecture) {
    try (NDManager scope = net.newScope()) {
      return net.loss(architecture, batch.arrays(scope)).getFloat();
    }
  }

  /**
   * Does something while the network's weights are their moving averages ({@code averageDecay} of
   * the settings), as a score or a test of what was trained. Whatever becomes of it, the trained
   * weights are put back bit for bit. Without averages it is just done.
   *
   * @param action what is done; it can neither train nor save
   * @param <T> what it gives
   * @return what it gave
   */
  public <T> T withAveragedWeights(Supplier<T> action) {
    return averages.isPresent() ? averages.get().during(action) : action.get();
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
            optimiser.updates());
    Checkpoint.write(file, progress, held());
  }

  private Checkpoint.Held held() {
    averages.ifPresent(WeightAverages::requireAway);
    return new Checkpoint.Held(net, optimiser, averages);
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
    checkpoint.copyInto(held());
    step = progress.step();
    curve.restore(progress.curve());
    sampler.restore(progress.sampler());
    aligning.alignment().restore(progress.alignment());
    passes = progress.passes();
  }

  /** Frees what the optimiser remembers, and the averages. */
  @Override
  public void close() {
    manager.close();
  }
}
