package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import magicbench.harness.data.TextTask;
import magicbench.harness.pretrained.ExportedNetwork;
import magicbench.harness.space.Layout;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.ClassificationHead;
import magicbench.harness.task.Answers;
import magicbench.harness.task.Grades;
import magicbench.harness.task.LabelledTexts;
import magicbench.harness.training.ChildWeights;
import magicbench.harness.training.FineTuner;
import magicbench.harness.training.LabelledBatch;
import magicbench.results.plan.Seeds;
import magicbench.results.record.Curve;
import magicbench.results.record.Table;
import magicbench.results.record.TestAnswers;
import org.apache.commons.math3.stat.StatUtils;

/**
 * One run of training and its score.
 *
 * @param settings how
 * @param layout what
 * @param task what is told apart
 * @param train what is trained on
 * @param dev what is scored on
 * @param tests what is answered without a score, by the name of a table
 * @param teacher what it learns from beside the labels, where it does
 * @param beside whose hidden states and attention it learns, where it does
 * @param kept what is left of the child model
 * @param exported the folder of the encoder that goes with the network, where it is exported
 * @param teaches whether it says at the end what it makes of what it was trained on
 */
record FineTuningRun(
    FineTuningSettings settings,
    Layout layout,
    TextTask task,
    LabelledTexts train,
    LabelledTexts dev,
    SortedMap<String, LabelledTexts> tests,
    Optional<TeacherAnswers> teacher,
    Optional<TeacherModel> beside,
    Keeping kept,
    Optional<Path> exported,
    boolean teaches) {

  /** The folder of a trial's output that holds an exported network. */
  static final String EXPORT = "export";

  private static final int DEV_ROWS = 32;
  private static final int WARMING_ROUNDS = 10;
  private static final double MEDIAN = 50;
  private static final double NANOS_A_MILLI = 1e6;

  /** How it ended. */
  record Ended(
      SortedMap<String, Double> grades,
      SortedMap<String, Table> answers,
      Optional<TeacherAnswers> teaching,
      double teachingSeconds,
      OptionalDouble latencyMillis,
      long steps,
      double seconds,
      Curve losses,
      Optional<String> failure) {}

  /**
   * Trains and scores.
   *
   * @param seeds the trial's
   * @param weights the child model's, from pre-training
   * @param context who is told
   */
  Ended of(Seeds seeds, Path weights, ExperimentContext context) {
    boolean score = task.labels().isEmpty();
    try (NDManager manager = NDManager.newBaseManager(DeviceKind.of(settings.device()).device());
        ChainSuperNet net = new ChainSuperNet(settings.size(layout), seeds, manager);
        ClassificationHead head =
            new ClassificationHead(
                layout.space().space(),
                score ? 1 : task.labels().size(),
                seeds,
                manager,
                DataType.FLOAT32);
        FineTuner tuner =
            new FineTuner(
                net,
                layout.child(),
                head,
                new FineTuner.Setup(
                    settings.training(train.size()),
                    settings.lowestShare(),
                    score ? FineTuner.Aim.SCORE : FineTuner.Aim.CLASS,
                    settings.softShare()),
                beside.flatMap(model -> model.under(manager)))) {
      ChildWeights.read(weights, net, layout.child());
      Ended ended = run(seeds, tuner, context);
      if (ended.failure().isEmpty()) {
        kept.keep(net, context.artifact());
        exported.ifPresent(
            encoder ->
                ExportedNetwork.write(
                    context.artifact().resolve(EXPORT),
                    new ExportedNetwork.Tuned(layout, net, head, task),
                    encoder));
      }
      return ended;
    }
  }

  private Ended run(Seeds seeds, FineTuner tuner, ExperimentContext context) {
    long start = System.nanoTime();
    LabelledTexts learnt = teacher.map(each -> train.taught(each.soft(task))).orElse(train);
    TuningLoop loop =
        new TuningLoop(
            tuner,
            settings.training(train.size()).steps(),
            step -> learnt.trainingBatch(seeds, step, settings.batch()),
            context);
    TuningLoop.Ended trained = loop.run();
    boolean failed = trained.failure().isPresent();
    SortedMap<String, Double> grades = new TreeMap<>();
    if (!failed) {
      context.moved(1, "scoring");
      grades.putAll(Grades.of(task, loop.answers(dev.inOrder(DEV_ROWS)), dev.targets()));
    }
    double seconds = PacedTraining.secondsSince(start);
    SortedMap<String, Table> answers = failed ? new TreeMap<>() : testAnswers(loop);
    long taught = System.nanoTime();
    Optional<TeacherAnswers> teaching =
        teaches && !failed ? Optional.of(teaching(loop, grades)) : Optional.empty();
    return new Ended(
        grades,
        answers,
        teaching,
        PacedTraining.secondsSince(taught),
        failed ? OptionalDouble.empty() : latencyMillis(tuner, context),
        tuner.step(),
        seconds,
        trained.losses(),
        trained.failure());
  }

  private TeacherAnswers teaching(TuningLoop loop, SortedMap<String, Double> grades) {
    return new TeacherAnswers(
        loop.answers(train.inOrder(DEV_ROWS)),
        new TeacherAnswers.Scored(Grades.score(task, grades), Grades.chance(task, grades)));
  }

  /** The median time of the answer to one text that fills the network. */
  private OptionalDouble latencyMillis(FineTuner tuner, ExperimentContext context) {
    int rounds = settings.latencyRounds();
    if (rounds == 0) {
      return OptionalDouble.empty();
    }
    int longest = settings.text().sequenceLength();
    int[] text =
        IntStream.range(0, longest).map(i -> i % settings.text().vocabularySize()).toArray();
    LabelledBatch one = new LabelledBatch(text, new int[] {longest}, longest, new double[1]);
    double[] millis = new double[rounds];
    for (int round = -WARMING_ROUNDS; round < millis.length; round++) {
      long start = System.nanoTime();
      tuner.answers(one);
      if (round >= 0) {
        millis[round] = (System.nanoTime() - start) / NANOS_A_MILLI;
      }
      context.alive();
    }
    return OptionalDouble.of(StatUtils.percentile(millis, MEDIAN));
  }

  private SortedMap<String, Table> testAnswers(TuningLoop loop) {
    SortedMap<String, Table> tables = new TreeMap<>();
    tests.forEach(
        (name, texts) ->
            tables.put(
                name, TestAnswers.table(Answers.of(task, loop.answers(texts.inOrder(DEV_ROWS))))));
    return tables;
  }
}
