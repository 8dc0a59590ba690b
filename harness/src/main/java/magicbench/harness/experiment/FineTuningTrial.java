package magicbench.harness.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.task.LabelledTexts;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;

/**
 * A trial that fine-tunes a pre-trained child model, whatever the task.
 *
 * @param trial the trial
 * @param context what it is given
 * @param settings how
 */
record FineTuningTrial(Trial trial, ExperimentContext context, FineTuningSettings settings) {

  /**
   * Trains and scores.
   *
   * @param parts the examples, given the corpus of the pre-training
   * @throws InputException when the trial doesn't need just one pre-training and one corpus, or the
   *     corpus was cut otherwise
   */
  TrialResult result(Function<Corpus, TaskParts> parts) {
    List<Path> needs = trial.needs().stream().map(context::artifactOf).toList();
    Path weights = only(needs, ScoredTraining.CHILD_WEIGHTS);
    Path folder = only(needs, Corpus.SUMMARY).getParent();
    Corpus corpus = Corpus.open(folder);
    Corpora.requireCut(corpus, trial.kind(), settings.text());
    TaskParts found = parts.apply(corpus);
    try (TextEncoder encoder = TextEncoder.of(folder)) {
      int longest = settings.text().sequenceLength();
      FineTuningRun run =
          new FineTuningRun(
              settings,
              found.task(),
              LabelledTexts.of(found.task(), found.train(), encoder, longest),
              LabelledTexts.of(found.task(), found.dev(), encoder, longest));
      return result(run.of(new Seeds(trial.seed()), weights, context), found);
    }
  }

  /** Needs have no order, so each is known by what it left. */
  private Path only(List<Path> needs, String name) {
    List<Path> found =
        needs.stream().map(need -> need.resolve(name)).filter(Files::isRegularFile).toList();
    if (found.size() != 1) {
      throw new InputException(
          "trial " + trial.id() + " (" + trial.kind() + ")",
          "needs " + found.size() + " trials that leave " + name + ", not one",
          "let the scale's experiment need "
              + TokeniseExperiment.KIND
              + " and "
              + PreTrainingExperiment.KIND);
    }
    return found.get(0);
  }

  private static TrialResult result(FineTuningRun.Ended ended, TaskParts parts) {
    SortedMap<String, Double> metrics = new TreeMap<>(ended.grades());
    metrics.put("trainingExamples", (double) parts.train().size());
    metrics.put("devExamples", (double) parts.dev().size());
    metrics.put("malformedLines", (double) parts.malformedLines());
    metrics.put("trainingSteps", (double) ended.steps());
    metrics.put("trainingSeconds", ended.seconds());
    return new TrialResult(
        ended.failure().isPresent() ? Outcome.DIVERGED : Outcome.COMPLETED,
        ended.failure().orElse(""),
        metrics,
        new TreeMap<>(Map.of("trainingLoss", ended.losses())),
        new TreeMap<>(),
        parts.data());
  }
}
