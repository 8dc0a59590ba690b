package magicbench.harness.data;

import java.util.List;

/**
 * An embedded reading task, in two parts that share no text and no group of rules.
 *
 * @param task which
 * @param dataSet the file that it was made of
 * @param train what may be trained on
 * @param dev what is scored on; none of it lies in the training text of the embedded corpus
 */
public record EmbeddedQuestions(
    ReadingTask task, DataSet dataSet, List<SquadQuestion> train, List<SquadQuestion> dev) {

  /**
   * The share of groups of rules that are scored on. Their wrong sentences are in no corpus, so
   * that it may be larger than the share that a corpus holds out.
   */
  private static final int HELD_OUT_PERCENT = 15;

  /** Keeps immutable copies. */
  public EmbeddedQuestions {
    train = List.copyOf(train);
    dev = List.copyOf(dev);
  }

  /**
   * Makes every embedded reading task's questions, always the same ones.
   *
   * @param validationPercent the share of groups that the corpus holds out, in percent
   * @return both parts of each task
   * @throws magicbench.results.file.InputException when the data set is missing or wrong
   */
  public static List<EmbeddedQuestions> all(int validationPercent) {
    DataFiles files = DataFiles.fromSystemProperties();
    TrainedTexts corpus = TrainedTexts.ofCorpus(validationPercent, files);
    return all(validationPercent, files, corpus);
  }

  static List<EmbeddedQuestions> all(int validationPercent, DataFiles files, TrainedTexts corpus) {
    DataCatalogue catalogue = new DataCatalogue();
    DataSet languageTool = catalogue.dataSet(DataCatalogue.LANGUAGE_TOOL);
    DataSet wordNet = catalogue.dataSet(DataCatalogue.WORDNET);
    ErrorSpanMaker errors =
        new ErrorSpanMaker(files.resolve(languageTool), HELD_OUT_PERCENT, corpus);
    EntityMaker entities =
        new EntityMaker(Entity.readAll(files.resolve(wordNet)), validationPercent, corpus);
    return List.of(
        errors.questions(ReadingTask.ERROR_SPAN, languageTool),
        errors.questions(ReadingTask.ERROR_OR_NONE, languageTool),
        entities.questions(wordNet));
  }
}
