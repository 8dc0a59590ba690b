package magicbench.harness.experiment;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.CorpusSettings;
import magicbench.harness.data.EmbeddedExamples;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;

/**
 * Makes the examples of the tasks that the build brings along, so that what is scored on is in no
 * training text of the corpus that it needs.
 */
public final class EmbeddedTasksExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "embedded-tasks";

  /** An experiment. */
  public EmbeddedTasksExperiment() {}

  /** It has no settings: the corpus says all. */
  private record Nothing() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.CPU;
  }

  @Override
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    TrialSettings.read(trial, Nothing.class);
    CorpusSettings corpus =
        Corpus.open(new Needs(trial, context).corpusFolder()).summary().settings();
    if (!corpus.text().equals(CorpusSettings.EMBEDDED)) {
      throw new InputException(
          "trial " + trial.id() + " (" + KIND + ")",
          "the corpus is made of " + corpus.text() + ", which may hold what is scored on",
          "pre-train on the text " + CorpusSettings.EMBEDDED);
    }
    context.moved(0, "making the tasks");
    SortedMap<String, Double> metrics = new TreeMap<>();
    List<EmbeddedExamples> all = EmbeddedExamples.all(corpus.validationPercent());
    for (EmbeddedExamples examples : all) {
      new ExamplesFile(corpus.validationPercent(), examples).write(context.artifact());
      String title = examples.task().title();
      metrics.put(title + ".trainExamples", (double) examples.train().size());
      metrics.put(title + ".devExamples", (double) examples.dev().size());
    }
    List<Provenance.DataFile> data =
        all.stream().map(EmbeddedExamples::dataSet).distinct().map(DataOrigins::published).toList();
    return new TrialResult(Outcome.COMPLETED, "", metrics, new TreeMap<>(), new TreeMap<>(), data);
  }
}
