package magicbench.harness.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.CorpusSettings;
import magicbench.harness.data.EmbeddedQuestions;
import magicbench.harness.data.ReadingTask;
import magicbench.harness.data.SquadWriter;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;

/**
 * Makes the questions of the reading tasks that the build brings along, in SQuAD's form, so that
 * what is scored on is in no training text of the corpus that it needs.
 */
public final class EmbeddedQuestionsExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "embedded-questions";

  /** An experiment. */
  public EmbeddedQuestionsExperiment() {}

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
    context.moved(0, "making the questions");
    QuestionsCorpus.of(corpus).write(context.artifact());
    SortedMap<String, Double> metrics = new TreeMap<>();
    List<EmbeddedQuestions> all = EmbeddedQuestions.all(corpus.validationPercent());
    for (EmbeddedQuestions questions : all) {
      write(questions, context.artifact());
      String title = questions.task().title();
      metrics.put(title + ".trainExamples", (double) questions.train().size());
      metrics.put(title + ".devExamples", (double) questions.dev().size());
    }
    return new TrialResult(
        Outcome.COMPLETED,
        "",
        metrics,
        new TreeMap<>(),
        new TreeMap<>(),
        all.stream()
            .map(EmbeddedQuestions::dataSet)
            .distinct()
            .map(DataOrigins::published)
            .toList());
  }

  private static void write(EmbeddedQuestions questions, Path folder) {
    ReadingTask task = questions.task();
    String version = task.title() + ", none of SQuAD's";
    SquadWriter.write(folder.resolve(task.trainFile()), version, questions.train());
    SquadWriter.write(folder.resolve(task.devFile()), version, questions.dev());
  }
}
