package magicbench.harness.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.ReadingTask;
import magicbench.harness.data.SquadQuestion;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.space.Layout;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.task.ReadingAnswer;
import magicbench.harness.task.ReadingScores;
import magicbench.harness.task.ReadingTexts;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;

/**
 * A trial that fine-tunes a pre-trained child model to find answers in texts.
 *
 * @param trial the trial
 * @param context what it is given
 * @param settings how
 */
record ReadingTrial(Trial trial, ExperimentContext context, ReadingSettings settings) {

  /** The answers in the form that SQuAD's own script scores: a text for every question's id. */
  static final String PREDICTIONS = "predictions.json";

  private static final double POINTS = 100;

  /**
   * Trains and scores.
   *
   * @param parts the questions, given the corpus of the pre-training
   */
  TrialResult result(Function<Corpus, ReadingParts> parts) {
    Needs needs = new Needs(trial, context);
    Path weights = needs.only(Keeping.CHILD_WEIGHTS, PreTrainingExperiment.KIND);
    Layout layout = ChildLayout.of(settings.space(), settings.architecture(), needs);
    Corpus corpus = needs.corpus(settings.text());
    ReadingParts all = parts.apply(corpus).atMost(settings.mostExamples());
    ReadingParts found = withSelection(all);
    try (TextEncoder encoder = TextEncoder.of(needs.corpusFolder())) {
      ReadingTexts train = ReadingTexts.toTrain(found.train(), encoder, settings.shape());
      requireSome(train);
      List<ReadingTexts> asked =
          List.of(
              ReadingTexts.toScore(found.selection(), encoder, settings.shape()),
              ReadingTexts.toScore(found.dev(), encoder, settings.shape()));
      ReadingRun.Ended ended =
          new ReadingRun(settings, layout, train, asked)
              .of(new Seeds(trial.seed()), weights, context);
      SortedMap<String, Double> metrics = sizes(layout, found);
      metrics.put("trainingWindows", (double) train.size());
      metrics.put("unreachableAnswers", (double) train.unreachable());
      metrics.put("trainingSteps", (double) ended.steps());
      metrics.put("trainingSeconds", ended.seconds());
      if (!ended.answers().isEmpty()) {
        metrics.putAll(scores(found, ended.answers()));
      }
      return new TrialResult(
          ended.trained().failure().isPresent() ? Outcome.DIVERGED : Outcome.COMPLETED,
          ended.trained().failure().orElse(""),
          metrics,
          new TreeMap<>(Map.of("trainingLoss", ended.trained().losses())),
          new TreeMap<>(Map.of("layout", LayoutTable.of(layout))),
          found.data());
    }
  }

  /** Rules go with what they say, texts of SQuAD with all that is asked of them. */
  private ReadingParts withSelection(ReadingParts all) {
    ReadingTask task = settings.readingTask();
    if (!task.asksWhatHasNoAnswer()) {
      return all;
    }
    return all.withSelection(task.isEmbedded() ? SquadQuestion::question : SquadQuestion::context);
  }

  private void requireSome(ReadingTexts train) {
    if (train.size() == 0) {
      throw new InputException(
          "settings of " + trial.kind() + ", task " + settings.task(),
          "leave no question to train on",
          "give more questions, on more than one text");
    }
  }

  private SortedMap<String, Double> sizes(Layout layout, ReadingParts parts) {
    NetworkSize size =
        layout.size(settings.text().vocabularySize(), settings.text().sequenceLength());
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("parameters", (double) size.parameters(layout.child()));
    metrics.put("forwardFlops", (double) size.forwardFlops(layout.child()));
    metrics.put("scoredShareInTraining", parts.devShareInTraining());
    metrics.put("trainingExamples", (double) parts.train().size());
    metrics.put("selectionExamples", (double) parts.selection().size());
    metrics.put("devExamples", (double) parts.dev().size());
    metrics.put("malformedLines", (double) parts.malformed());
    return metrics;
  }

  /** Scores the answers to what is scored on, and leaves them. */
  private SortedMap<String, Double> scores(ReadingParts parts, List<List<ReadingAnswer>> answers) {
    double threshold = ReadingScores.threshold(parts.selection(), answers.get(0));
    List<ReadingAnswer> onDev = answers.get(1);
    SortedMap<String, Double> scores = ReadingScores.of(parts.dev(), onDev, threshold);
    if (Double.isFinite(threshold)) {
      scores.put("noAnswerThreshold", threshold);
    }
    scores.put("taskScore", POINTS * scores.get(ReadingScores.F1));
    scores.put("exactScore", POINTS * scores.get(ReadingScores.EXACT));
    SortedMap<String, Double> chance = ReadingScores.withoutReading(parts.train(), parts.dev());
    chance.forEach((name, share) -> scores.put(name + "WithoutReading", share));
    scores.put("chanceScore", POINTS * chance.get(ReadingScores.F1));
    scores.put("exactScoreOfChance", POINTS * chance.get(ReadingScores.EXACT));
    SortedMap<String, String> predictions = new TreeMap<>();
    for (int number = 0; number < onDev.size(); number++) {
      SquadQuestion question = parts.dev().get(number);
      predictions.put(question.id(), onDev.get(number).given(threshold));
    }
    WholeFile.write(context.artifact().resolve(PREDICTIONS), Json.write(predictions));
    return scores;
  }
}
