package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import magicbench.harness.space.Layout;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.ClassificationHead;
import magicbench.harness.task.ReadingAnswer;
import magicbench.harness.task.ReadingTexts;
import magicbench.harness.training.ChildWeights;
import magicbench.harness.training.FineTuner;
import magicbench.results.plan.Seeds;

/**
 * One run of learning to read, and its answers.
 *
 * @param settings how
 * @param layout what
 * @param train what is trained on
 * @param asked what is answered then, list by list
 */
record ReadingRun(
    ReadingSettings settings, Layout layout, ReadingTexts train, List<ReadingTexts> asked) {

  private static final int ROWS = 32;

  /** The head's outputs: how likely an answer begins, and ends, at a place. */
  private static final int OUTPUTS = 2;

  /**
   * How it ended.
   *
   * @param trained how the training ended
   * @param steps how many steps were made
   * @param seconds how long it took, the answers included
   * @param answers for each list that was asked; none where the training failed
   */
  record Ended(
      TuningLoop.Ended trained, long steps, double seconds, List<List<ReadingAnswer>> answers) {}

  /**
   * Trains and answers.
   *
   * @param seeds the trial's
   * @param weights the child model's, from pre-training
   * @param context who is told
   */
  Ended of(Seeds seeds, Path weights, ExperimentContext context) {
    NetworkSize size =
        layout.size(settings.text().vocabularySize(), settings.text().sequenceLength());
    try (NDManager manager = NDManager.newBaseManager(DeviceKind.of(settings.device()).device());
        ChainSuperNet net = new ChainSuperNet(size, seeds, manager);
        ClassificationHead head =
            new ClassificationHead(
                layout.space().space(), OUTPUTS, seeds, manager, DataType.FLOAT32);
        FineTuner tuner = new FineTuner(net, layout.child(), head, setup())) {
      ChildWeights.read(weights, net, layout.child());
      return run(seeds, tuner, context);
    }
  }

  private FineTuner.Setup setup() {
    return new FineTuner.Setup(
        settings.recipe().training(train.size()),
        settings.recipe().lowestShare(),
        FineTuner.Aim.SPAN);
  }

  private Ended run(Seeds seeds, FineTuner tuner, ExperimentContext context) {
    long start = System.nanoTime();
    TuningLoop loop =
        new TuningLoop(
            tuner,
            settings.recipe().training(train.size()).steps(),
            step -> train.trainingBatch(seeds, step, settings.recipe().batch()),
            context);
    TuningLoop.Ended trained = loop.run();
    List<List<ReadingAnswer>> answers = new ArrayList<>();
    if (trained.failure().isEmpty()) {
      context.moved(1, "answering");
      Function<ReadingTexts, List<ReadingAnswer>> answering =
          texts -> texts.answers(loop.answers(texts.inOrder(ROWS)), settings.mostAnswerPieces());
      asked.forEach(texts -> answers.add(answering.apply(texts)));
    }
    return new Ended(trained, tuner.step(), PacedTraining.secondsSince(start), answers);
  }
}
