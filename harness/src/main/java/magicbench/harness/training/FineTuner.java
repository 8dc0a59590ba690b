package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import magicbench.harness.operator.Padding;
import magicbench.harness.operator.Scaling;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.ClassificationHead;
import magicbench.harness.supernet.Weight;

/**
 * Trains one child model and a head to answer for whole sequences: classes by the mean
 * cross-entropy, a score by the mean squared error. All weights of the child model are trained but
 * those of the masked-LM head, which has no part in it.
 *
 * <p>A teacher's share of the loss is told by {@link Setup#softShare}: its probabilities take the
 * place of the classes, its score that of the score.
 *
 * <p>A step depends on its number and its batch only. One trainer at a time per JVM.
 */
public final class FineTuner implements AutoCloseable {

  private static final int[] CLASSES = {1};

  private final ChainSuperNet net;
  private final Architecture child;
  private final ClassificationHead head;
  private final Setup setup;
  private final Optional<LiveTeacher> teacher;
  private final List<Weight> weights;
  private final NDManager manager;
  private final Optimiser optimiser;
  private final Map<String, Double> shares = new HashMap<>();
  private long step;

  /**
   * Makes a trainer that has done no step.
   *
   * @param net holds the child model's weights; stays the caller's to close
   * @param child the child model
   * @param head the head; stays the caller's to close
   * @param setup how
   */
  public FineTuner(ChainSuperNet net, Architecture child, ClassificationHead head, Setup setup) {
    this(net, child, head, setup, Optional.empty());
  }

  /**
   * Makes a trainer that has done no step.
   *
   * @param net holds the child model's weights; stays the caller's to close
   * @param child the child model
   * @param head the head; stays the caller's to close
   * @param setup how
   * @param teacher a fine-tuned network of the same word pieces whose hidden states and attention
   *     are learnt; what it predicts has no say, see {@link Setup#softShare}
   */
  public FineTuner(
      ChainSuperNet net,
      Architecture child,
      ClassificationHead head,
      Setup setup,
      Optional<LiveTeacher> teacher) {
    this.teacher = teacher;
    this.net = net;
    this.child = child;
    this.head = head;
    this.setup = setup;
    this.weights = new ArrayList<>(head.weights());
    weights.addAll(net.encoderParametersOf(child));
    this.manager = net.newScope();
    this.optimiser = Optimiser.of(setup.training(), weights, manager);
    weights.forEach(weight -> shares.put(weight.name(), share(weight)));
  }

  /** What is to be said of a sequence. */
  public enum Aim {
    /** Its class. The loss is the cross-entropy. */
    CLASS,
    /** Its score. The loss is the squared error. */
    SCORE,
    /**
     * Where in it something begins and ends. The head has two outputs for each place; the loss is
     * the mean cross-entropy of both over the sequence's places (Devlin et al. 2019, section 4.2).
     */
    SPAN
  }

  /**
   * How it is trained.
   *
   * @param training the optimiser's settings; {@code batch}, {@code microBatch}, {@code
   *     averageDecay} and {@code checkpointEverySteps} have no say here
   * @param lowestShare which share of the learning rate the embedding has, above 0 to 1; the head
   *     has all of it, and between them the share falls by the same factor from layer to layer, so
   *     that two networks of unequal depth have equal ends
   * @param aim what the targets are
   * @param softShare a teacher's part s of the loss, 0 to 1: (1 - s) times the loss of the targets
   *     plus s times that of its answers, H(teacher, child) for classes, which is the
   *     Kullback-Leibler divergence but for a number that no weight bears on (Hinton et al. 2015;
   *     NAS-BERT has it with s = 0.5); 0 without a teacher
   */
  public record Setup(TrainingSettings training, double lowestShare, Aim aim, double softShare) {

    /** Checks the shares. */
    public Setup {
      if (!(lowestShare > 0 && lowestShare <= 1)) {
        throw new IllegalArgumentException(
            "lowestShare is " + lowestShare + "; it must be above 0 to 1");
      }
      if (!(softShare >= 0 && softShare <= 1)) {
        throw new IllegalArgumentException("softShare is " + softShare + "; it must be 0 to 1");
      }
      if (softShare > 0 && aim == Aim.SPAN) {
        throw new IllegalArgumentException("no teacher says where something begins and ends");
      }
    }

    /**
     * A training without a teacher.
     *
     * @param training the optimiser's settings
     * @param lowestShare which share of the learning rate the embedding has
     * @param aim what the targets are
     */
    public Setup(TrainingSettings training, double lowestShare, Aim aim) {
      this(training, lowestShare, aim, 0);
    }
  }

  /** Which share of the learning rate a weight has. */
  private double share(Weight weight) {
    OptionalInt depth = net.depth(weight, child);
    int top = child.operators().size() + 1;
    double below = depth.isPresent() ? 1 - depth.getAsInt() / (double) top : 0;
    return StrictMath.pow(setup.lowestShare(), below);
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
   * What came of one step.
   *
   * @param loss the batch's loss before the update, the teacher's part left out
   * @param failure what was not finite, where the step changed no weight; else empty
   */
  public record Step(double loss, Optional<String> failure) {}

  /**
   * Makes one step.
   *
   * @param batch what is learnt from
   * @return how it ended
   */
  public Step train(LabelledBatch batch) {
    try (NDManager scope = net.newScope()) {
      double loss = backward(scope, batch).getFloat();
      Optional<String> failure =
          Double.isFinite(loss) ? update(scope) : Optional.of("loss " + loss);
      if (failure.isPresent()) {
        weights.forEach(Weight::zeroGradient);
      } else {
        step++;
      }
      return new Step(loss, failure);
    }
  }

  List<Weight> weights() {
    return List.copyOf(weights);
  }

  /** Leaves the batch's gradients in the weights, and tells the loss of the targets. */
  NDArray backward(NDManager scope, LabelledBatch batch) {
    Sequences sequences = sequences(scope, batch);
    Optional<LiveTeacher.View> told = told(sequences);
    try (GradientCollector collector = scope.getEngine().newGradientCollector()) {
      Losses losses = losses(sequences, told, batch);
      collector.backward(losses.objective());
      return losses.hard();
    }
  }

  NDArray loss(NDManager scope, LabelledBatch batch) {
    Sequences sequences = sequences(scope, batch);
    return losses(sequences, told(sequences), batch).objective();
  }

  /** A batch's texts as the engine's arrays. */
  private record Sequences(NDArray ids, Padding padding) {}

  private static Sequences sequences(NDManager scope, LabelledBatch batch) {
    long[] ids = Arrays.stream(batch.ids()).asLongStream().toArray();
    return new Sequences(
        scope.create(ids, new Shape(batch.rows(), batch.sequence())),
        Padding.of(scope, batch.lengths(), batch.sequence()));
  }

  /** Outside a collector. */
  private Optional<LiveTeacher.View> told(Sequences sequences) {
    return teacher.map(beside -> beside.ask(sequences.ids(), sequences.padding()));
  }

  /**
   * A batch's losses.
   *
   * @param hard that of the targets
   * @param objective what is lowered
   */
  private record Losses(NDArray hard, NDArray objective) {}

  private Losses losses(Sequences sequences, Optional<LiveTeacher.View> told, LabelledBatch batch) {
    if (teacher.isEmpty()) {
      NDArray outputs = outputs(net.encode(child, sequences.ids(), sequences.padding()), sequences);
      NDArray hard = hardLoss(outputs, batch);
      return new Losses(hard, withTeacher(hard, outputs, batch));
    }
    LiveTeacher.View view =
        teacher.get().view(net, child, net.embed(sequences.ids()), sequences.padding());
    NDArray outputs = outputs(view.last(), sequences);
    NDArray hard = hardLoss(outputs, batch);
    NDArray objective =
        teacher
            .get()
            .withDistances(
                withTeacher(hard, outputs, batch), view, told.orElseThrow(), sequences.padding());
    return new Losses(hard, objective);
  }

  private NDArray withTeacher(NDArray hard, NDArray outputs, LabelledBatch batch) {
    if (setup.softShare() == 0) {
      return hard;
    }
    NDArray soft = softLoss(outputs, batch);
    return Scaling.of(hard, 1 - setup.softShare()).add(Scaling.of(soft, setup.softShare()));
  }

  private NDArray hardLoss(NDArray outputs, LabelledBatch batch) {
    return switch (setup.aim()) {
      case CLASS -> crossEntropy(outputs, Arrays.stream(batch.targets()).mapToLong(Math::round));
      case SCORE -> squaredError(outputs, batch.targets());
      case SPAN ->
          crossEntropy(
              outputs.reshape(2L * batch.rows(), batch.sequence()),
              Arrays.stream(batch.targets())
                  .mapToLong(Math::round)
                  .flatMap(
                      span -> LongStream.of(span / batch.sequence(), span % batch.sequence())));
    };
  }

  /** The loss of what the teacher says in the place of the targets. */
  private NDArray softLoss(NDArray outputs, LabelledBatch batch) {
    if (batch.soft().length != outputs.size()) {
      throw new IllegalArgumentException(
          "a teacher's " + batch.soft().length + " numbers for " + outputs.size() + " outputs");
    }
    NDArray labels =
        outputs
            .getManager()
            .create(batch.soft(), outputs.getShape())
            .toType(outputs.getDataType(), false);
    return setup.aim() == Aim.SCORE
        ? outputs.sub(labels).square().mean()
        : outputs.logSoftmax(-1).mul(labels).sum(CLASSES).mean().neg();
  }

  private static NDArray crossEntropy(NDArray scores, LongStream wanted) {
    long[] places = wanted.toArray();
    NDArray column = scores.getManager().create(places, new Shape(places.length, 1));
    return scores.logSoftmax(-1).gather(column, 1).mean().neg();
  }

  private static NDArray squaredError(NDArray outputs, double[] targets) {
    float[] wanted = new float[targets.length];
    for (int row = 0; row < wanted.length; row++) {
      wanted[row] = (float) targets[row];
    }
    NDArray column = outputs.getManager().create(wanted, new Shape(wanted.length, 1));
    return outputs.sub(column).square().mean();
  }

  /** (rows, outputs), or for spans (rows, 2, 1, sequence), given the last layer's output. */
  private NDArray outputs(NDArray stream, Sequences sequences) {
    Padding padding = sequences.padding();
    Shape places = sequences.ids().getShape();
    return setup.aim() == Aim.SPAN
        ? padding.hide(
            head.outputsEverywhere(stream)
                .transpose(0, 2, 1)
                .reshape(places.get(0), 2, 1, places.get(1)))
        : head.outputs(stream, padding);
  }

  private Optional<String> update(NDManager scope) {
    double learningRate = setup.training().learningRateAt(step);
    return new ClippedUpdate(setup.training().clipNorm(), scope)
        .of(
            weights,
            1,
            () -> {},
            (weight, gradient, factor) ->
                optimiser.update(
                    weight, gradient, learningRate * shares.get(weight.name()), factor));
  }

  /**
   * The answers, without training.
   *
   * @param batch sequences; their targets have no say
   * @return for each row the scores of its classes before a softmax, or its score, or the scores of
   *     its places to be the beginning and behind them those to be the end, very low behind its end
   */
  public float[][] answers(LabelledBatch batch) {
    try (NDManager scope = net.newScope()) {
      Sequences sequences = sequences(scope, batch);
      NDArray stream = net.encode(child, sequences.ids(), sequences.padding());
      float[] flat = outputs(stream, sequences).toFloatArray();
      int outputs = flat.length / batch.rows();
      float[][] answers = new float[batch.rows()][];
      for (int row = 0; row < answers.length; row++) {
        answers[row] = Arrays.copyOfRange(flat, row * outputs, (row + 1) * outputs);
      }
      return answers;
    }
  }

  /** Frees the optimiser's memory. */
  @Override
  public void close() {
    manager.close();
  }
}
