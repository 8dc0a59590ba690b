package magicbench.harness.training;

import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Optional;
import magicbench.harness.supernet.Weight;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Trains a child model to tell replaced tokens from original ones, and beside it the generator that
 * replaces them (ELECTRA: Clark et al., ICLR 2020, section 2). The generator learns masked language
 * modelling; a token that is drawn from its softmax takes each masked place of the original text;
 * the discriminator tells for every place whether the token is the original one. A drawn token that
 * happens to be the original one counts as original. No gradient passes through the draw.
 *
 * <p>Both networks are updated together: their gradients have one norm, which is clipped. Since
 * they share no weight and Adam divides a gradient by its own size, what the losses count for
 * matters only there and beside Adam's epsilon.
 *
 * <p>A step's randomness depends on the step's number only. One trainer at a time per JVM.
 */
public final class ReplacedTokenTrainer implements Trainer, AutoCloseable {

  /** The stream of the tokens that training draws. */
  private static final String STREAM = "replaced-tokens";

  /** The stream of the tokens that a score draws: the same ones at every score. */
  private static final String SCORED_STREAM = STREAM + "/held-out";

  private static final int NETWORKS = 2;

  private final DetectionNets nets;
  private final LossWeights lossWeights;
  private final BatchSource<TokenBatch> batches;
  private final TrainingSettings settings;
  private final Seeds seeds;
  private final List<Weight> weights;
  private final NDManager manager;
  private final Optimiser optimiser;
  private final LossCurve detectionCurve;
  private final LossCurve generatorCurve;
  private Passes passes = Passes.NONE;
  private long step;

  /**
   * Makes a trainer that has done no step.
   *
   * @param nets the networks; stay the caller's to close
   * @param lossWeights what the two losses count for
   * @param batches masked-LM batches, one a step
   * @param settings how; {@code averageDecay} and {@code checkpointEverySteps} have no say here
   * @param seeds where the draws come from (stream {@code replaced-tokens})
   */
  public ReplacedTokenTrainer(
      DetectionNets nets,
      LossWeights lossWeights,
      BatchSource<TokenBatch> batches,
      TrainingSettings settings,
      Seeds seeds) {
    this.nets = nets;
    this.lossWeights = lossWeights;
    this.batches = batches;
    this.settings = settings;
    this.seeds = seeds;
    this.weights = nets.weights();
    this.manager = nets.discriminator().newScope();
    this.optimiser = Optimiser.of(settings, weights, manager);
    this.detectionCurve = new LossCurve(settings.steps());
    this.generatorCurve = new LossCurve(settings.steps());
  }

  @Override
  public long step() {
    return step;
  }

  /**
   * The passes so far, those of both networks.
   *
   * @return counts
   */
  public Passes passes() {
    return passes;
  }

  /**
   * The detection loss in training so far.
   *
   * @return at most some two hundred points, oldest first
   */
  public List<LossPoint> detectionCurve() {
    return detectionCurve.points();
  }

  /**
   * The generator's masked-LM loss in training so far.
   *
   * @return at most some two hundred points, oldest first
   */
  public List<LossPoint> generatorCurve() {
    return generatorCurve.points();
  }

  @Override
  public Optional<String> runStep() {
    TokenBatch batch = batches.at(step);
    UniformRandomProvider random = seeds.randomAt(STREAM, step);
    DetectionTally tally = DetectionTally.NONE;
    for (TokenBatch part : batch.parts(settings.microBatch())) {
      tally = backward(tally, part, batch, random);
    }
    passes = passes.plus(NETWORKS, NETWORKS);
    Optional<String> failure = tally.isFinite() ? update() : Optional.of(losses(tally));
    if (failure.isPresent()) {
      weights.forEach(Weight::zeroGradient);
    } else {
      detectionCurve.add(step, tally.detectionLoss());
      generatorCurve.add(step, tally.generatorLoss());
      step++;
    }
    return failure;
  }

  private static String losses(DetectionTally tally) {
    return "generator loss " + tally.generatorLoss() + ", detection loss " + tally.detectionLoss();
  }

  private DetectionTally backward(
      DetectionTally before, TokenBatch part, TokenBatch whole, UniformRandomProvider random) {
    try (NDManager scope = nets.discriminator().newScope();
        GradientCollector collector = scope.getEngine().newGradientCollector()) {
      DetectionPass pass = pass(scope, part, random);
      collector.backward(pass.objective(lossWeights, whole));
      return before.plus(pass);
    }
  }

  private DetectionPass pass(NDManager scope, TokenBatch batch, UniformRandomProvider random) {
    return DetectionPass.of(nets, scope, batch, logits -> TokenSampling.draw(logits, random));
  }

  private Optional<String> update() {
    double learningRate = settings.learningRateAt(step);
    try (NDManager scope = nets.discriminator().newScope()) {
      return new ClippedUpdate(settings.clipNorm(), scope)
          .of(
              weights,
              1,
              () -> {},
              (weight, gradient, factor) ->
                  optimiser.update(weight, gradient, learningRate, factor));
    }
  }

  List<Weight> weights() {
    return List.copyOf(weights);
  }

  /**
   * What both networks make of held-out text, without training. The same numbers choose the tokens
   * whenever it is asked for.
   *
   * @param held held-out batches, at least one
   * @param alive is told of every batch
   * @return what the passes came to
   */
  public DetectionTally score(List<TokenBatch> held, Runnable alive) {
    DetectionTally tally = DetectionTally.NONE;
    for (int number = 0; number < held.size(); number++) {
      try (NDManager scope = nets.discriminator().newScope()) {
        UniformRandomProvider random = seeds.randomAt(SCORED_STREAM, number);
        tally = tally.plus(pass(scope, held.get(number), random));
      }
      alive.run();
    }
    return tally;
  }

  /** Frees the optimiser's memory. */
  @Override
  public void close() {
    manager.close();
  }
}
