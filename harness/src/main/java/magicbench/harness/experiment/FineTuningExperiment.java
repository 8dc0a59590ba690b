package magicbench.harness.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.GlueExamples;
import magicbench.harness.data.GlueReader;
import magicbench.harness.data.GlueTask;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.task.LabelledTexts;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;

/**
 * Fine-tunes a pre-trained child model on a GLUE data set and scores it on the development part,
 * once, after the last epoch: nothing is chosen by what it scores. It starts over when killed.
 */
public final class FineTuningExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "fine-tuning";

  /** An experiment. */
  public FineTuningExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, FineTuningSettings.class).device());
  }

  /** Sizes and times of the files that it reads. */
  @Override
  public String inputs(Trial trial) {
    FineTuningSettings settings = TrialSettings.read(trial, FineTuningSettings.class);
    return listing(settings, GlueTask.Part.TRAIN) + listing(settings, GlueTask.Part.DEV);
  }

  private static String listing(FineTuningSettings settings, GlueTask.Part part) {
    Path file = file(settings, part);
    try {
      return file
          + " "
          + Files.size(file)
          + " "
          + Files.getLastModifiedTime(file).toMillis()
          + "\n";
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "is missing", "put GLUE's own " + settings.task() + " folder there", e);
    }
  }

  private static Path file(FineTuningSettings settings, GlueTask.Part part) {
    GlueTask task = settings.glueTask();
    return settings.gluePath().resolve(task.folder()).resolve(task.file(part));
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    FineTuningSettings settings = TrialSettings.read(trial, FineTuningSettings.class);
    GlueTask task = settings.glueTask();
    GlueExamples train = GlueReader.read(settings.gluePath(), task, GlueTask.Part.TRAIN);
    GlueExamples dev = GlueReader.read(settings.gluePath(), task, GlueTask.Part.DEV);
    List<Path> needs = trial.needs().stream().map(context::artifactOf).toList();
    Path weights = only(trial, needs, ScoredTraining.CHILD_WEIGHTS);
    Path corpus = only(trial, needs, Corpus.SUMMARY).getParent();
    Corpora.requireCut(Corpus.open(corpus), KIND, settings.text());
    try (TextEncoder encoder = TextEncoder.of(corpus)) {
      int longest = settings.text().sequenceLength();
      FineTuningRun run =
          new FineTuningRun(
              settings,
              LabelledTexts.of(train, encoder, longest),
              LabelledTexts.of(dev, encoder, longest));
      FineTuningRun.Ended ended = run.of(new Seeds(trial.seed()), weights, context);
      return result(ended, train, dev, settings);
    }
  }

  /** Needs have no order, so each is known by what it left. */
  private static Path only(Trial trial, List<Path> needs, String name) {
    List<Path> found =
        needs.stream().map(need -> need.resolve(name)).filter(Files::isRegularFile).toList();
    if (found.size() != 1) {
      throw new InputException(
          "trial " + trial.id() + " (" + KIND + ")",
          "needs " + found.size() + " trials that leave " + name + ", not one",
          "let the scale's experiment need "
              + TokeniseExperiment.KIND
              + " and "
              + PreTrainingExperiment.KIND);
    }
    return found.get(0);
  }

  private static TrialResult result(
      FineTuningRun.Ended ended,
      GlueExamples train,
      GlueExamples dev,
      FineTuningSettings settings) {
    SortedMap<String, Double> metrics = new TreeMap<>(ended.grades());
    metrics.put("trainingExamples", (double) train.examples().size());
    metrics.put("devExamples", (double) dev.examples().size());
    metrics.put("malformedLines", (double) (train.malformed().size() + dev.malformed().size()));
    metrics.put("trainingSteps", (double) ended.steps());
    metrics.put("trainingSeconds", ended.seconds());
    return new TrialResult(
        ended.failure().isPresent() ? Outcome.DIVERGED : Outcome.COMPLETED,
        ended.failure().orElse(""),
        metrics,
        new TreeMap<>(Map.of("trainingLoss", ended.losses())),
        new TreeMap<>(),
        List.of(data(train, settings), data(dev, settings)));
  }

  private static Provenance.DataFile data(GlueExamples examples, FineTuningSettings settings) {
    String name = "GLUE " + settings.task() + " " + examples.task().file(examples.part());
    return new Provenance.DataFile(name, null, examples.sha256(), null, null);
  }
}
