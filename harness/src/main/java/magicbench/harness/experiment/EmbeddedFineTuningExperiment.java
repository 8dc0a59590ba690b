package magicbench.harness.experiment;

import java.util.List;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.CorpusSettings;
import magicbench.harness.data.EmbeddedExamples;
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
  public TrialResult run(Trial trial, ExperimentContext context) {
    FineTuningSettings settings = TrialSettings.read(trial, FineTuningSettings.class);
    return new FineTuningTrial(trial, context, settings).result(corpus -> parts(settings, corpus));
  }

  private static TaskParts parts(FineTuningSettings settings, Corpus corpus) {
    CorpusSettings text = corpus.summary().settings();
    if (!text.text().equals(CorpusSettings.EMBEDDED)) {
      throw new InputException(
          "settings of " + KIND,
          "the corpus is made of " + text.text() + ", which may hold what is scored on",
          "pre-train on the text " + CorpusSettings.EMBEDDED);
    }
    EmbeddedExamples examples =
        EmbeddedExamples.of(settings.embeddedTask(), text.validationPercent());
    return new TaskParts(
        examples.task(),
        examples.train(),
        examples.dev(),
        0,
        List.of(DataOrigins.published(examples.dataSet())));
  }
}
