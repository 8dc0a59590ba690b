package magicbench.harness.data;

import java.util.Arrays;
import java.util.List;

/**
 * An embedded task, in two parts that share no text and no group.
 *
 * @param task which
 * @param dataSet the file that it was made of
 * @param train what may be trained on
 * @param dev what is scored on; none of it lies in the training text of the embedded corpus
 */
public record EmbeddedExamples(
    EmbeddedTask task, DataSet dataSet, List<LabelledExample> train, List<LabelledExample> dev) {

  /** Keeps immutable copies. */
  public EmbeddedExamples {
    train = List.copyOf(train);
    dev = List.copyOf(dev);
  }

  /**
   * Makes every task's examples, always the same ones.
   *
   * @param validationPercent the share of groups that the corpus holds out, in percent: what is
   *     held out there is what the second part is made of
   * @return both parts of each task
   * @throws magicbench.results.file.InputException when the data set is missing or wrong
   */
  public static List<EmbeddedExamples> all(int validationPercent) {
    DataFiles files = DataFiles.fromSystemProperties();
    TrainedTexts corpus = TrainedTexts.ofCorpus(validationPercent, files);
    EmbeddedSources sources = new EmbeddedSources(files, validationPercent);
    return Arrays.stream(EmbeddedTask.values()).map(task -> of(task, sources, corpus)).toList();
  }

  static EmbeddedExamples of(EmbeddedTask task, EmbeddedSources sources, TrainedTexts corpus) {
    return made(task, sources).without(corpus);
  }

  private static EmbeddedExamples made(EmbeddedTask task, EmbeddedSources sources) {
    int percent = sources.validationPercent();
    DataSet wordNet = sources.dataSet(DataCatalogue.WORDNET);
    return switch (task) {
      case KIND_OF -> new KindOfMaker(sources.nouns(), percent).examples(wordNet);
      case NEARNESS -> new NearnessMaker(sources.nouns(), percent).examples(wordNet);
      case INFERENCE -> new InferenceMaker(sources.nouns(), percent).examples(wordNet);
      case TOPIC -> new TopicMaker(sources.nouns(), percent).examples(wordNet);
      case WORD_CLASS ->
          new WordClassMaker(sources.jar(DataCatalogue.WORDNET), percent).examples(wordNet);
      case ACCEPTABILITY ->
          new AcceptabilityMaker(sources.jar(DataCatalogue.LANGUAGE_TOOL), percent)
              .examples(sources.dataSet(DataCatalogue.LANGUAGE_TOOL));
    };
  }

  /** Scores on nothing that was trained on: two things may have the same definition, say. */
  private EmbeddedExamples without(TrainedTexts corpus) {
    TrainedTexts own = new TrainedTexts();
    train.forEach(example -> task.ownTexts(example).forEach(own::add));
    return new EmbeddedExamples(
        task,
        dataSet,
        train,
        dev.stream()
            .filter(example -> task.ownTexts(example).noneMatch(corpus::contains))
            .filter(example -> task.ownTexts(example).noneMatch(own::contains))
            .toList());
  }
}
