package magicbench.harness.experiment;

import java.util.List;
import java.util.TreeMap;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.EmbeddedExamples;
import magicbench.harness.data.EmbeddedTask;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;

/**
 * Fine-tunes a pre-trained child model on a task that the build brings along, as {@link
 * FineTuningExperiment} does on GLUE's data sets. Its scores are none of GLUE's.
 */
public final class EmbeddedFineTuningExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "embedded-fine-tuning";

  /** An experiment. */
  public EmbeddedFineTuningExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, FineTuningSettings.class).device());
  }

  @Override
  public String inputs(Trial trial) {
    return machine(TrialSettings.read(trial, FineTuningSettings.class));
  }

  /** Times of another machine say nothing of this one's: a trial that is timed is of one. */
  static String machine(FineTuningSettings settings) {
    return settings.latencyRounds() == 0
        ? ""
        : LatencyExperiment.machine(DeviceKind.of(settings.device()));
  }

  @Override
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    return run(trial, context, FineTuningTrial.Leaves.NOTHING);
  }

  static TrialResult run(Trial trial, ExperimentContext context, FineTuningTrial.Leaves leaves) {
    FineTuningSettings settings = TrialSettings.read(trial, FineTuningSettings.class);
    Needs needs = new Needs(trial, context);
    return new FineTuningTrial(trial, context, settings, leaves)
        .result(corpus -> parts(settings, corpus, needs));
  }

  private static TaskParts parts(FineTuningSettings settings, Corpus corpus, Needs needs) {
    EmbeddedTask task = settings.embeddedTask();
    ExamplesFile stored =
        ExamplesFile.read(needs.only(ExamplesFile.name(task), EmbeddedTasksExperiment.KIND));
    if (!stored.isFor(task, corpus.summary().settings())) {
      throw new InputException(
          "settings of " + KIND,
          "the examples of " + task.title() + " were made for another corpus",
          "let the pre-training and the tasks need the same one: it may hold what is scored on");
    }
    EmbeddedExamples examples = stored.examples();
    return new TaskParts(
        examples.task(),
        examples.train(),
        examples.dev(),
        new TreeMap<>(),
        0,
        List.of(DataOrigins.published(examples.dataSet())));
  }
}
