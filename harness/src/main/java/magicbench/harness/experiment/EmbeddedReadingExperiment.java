package magicbench.harness.experiment;

import java.util.List;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.DataCatalogue;
import magicbench.harness.data.DataSet;
import magicbench.harness.data.ReadingTask;
import magicbench.harness.data.SquadQuestions;
import magicbench.harness.data.SquadReader;
import magicbench.results.plan.Trial;

/**
 * Fine-tunes a pre-trained child model on a reading task that the build brings along, as {@link
 * ReadingExperiment} does on SQuAD's files. Its scores are none of SQuAD's.
 */
public final class EmbeddedReadingExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "embedded-reading";

  /** An experiment. */
  public EmbeddedReadingExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, ReadingSettings.class).device());
  }

  @Override
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    ReadingSettings settings = TrialSettings.read(trial, ReadingSettings.class);
    ReadingTask task = settings.readingTask();
    Needs needs = new Needs(trial, context);
    return new ReadingTrial(trial, context, settings).result(corpus -> parts(task, corpus, needs));
  }

  private static ReadingParts parts(ReadingTask task, Corpus corpus, Needs needs) {
    String maker = EmbeddedQuestionsExperiment.KIND;
    QuestionsCorpus.requireOf(needs.only(QuestionsCorpus.NAME, maker), corpus.summary().settings());
    SquadQuestions train =
        SquadReader.read(needs.only(task.trainFile(), maker), SquadReader.Use.TRAINING);
    SquadQuestions dev =
        SquadReader.read(needs.only(task.devFile(), maker), SquadReader.Use.SCORING);
    return new ReadingParts(
        train.questions(),
        List.of(),
        dev.questions(),
        train.malformed().size(),
        List.of(DataOrigins.published(dataSet(task))));
  }

  private static DataSet dataSet(ReadingTask task) {
    return new DataCatalogue()
        .dataSet(
            task == ReadingTask.ENTITIES ? DataCatalogue.WORDNET : DataCatalogue.LANGUAGE_TOOL);
  }
}
