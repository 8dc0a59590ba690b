package magicbench.harness.experiment;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.data.CorpusSummary;
import magicbench.harness.training.DetectionTally;
import magicbench.harness.training.ReplacedTokenTrainer;
import magicbench.results.record.Curve;
import magicbench.results.record.Outcome;
import magicbench.results.record.Table;

/**
 * Makes a result of what a pre-training by replaced tokens measured. Losses, shares and accuracies
 * are of held-out text; the curves are of training.
 *
 * @param run what was trained
 * @param corpus what it trained on
 * @param trainer the trainer at the end of the run
 */
record DetectionReport(DetectionRun run, CorpusSummary corpus, ReplacedTokenTrainer trainer) {

  TrialResult result(DetectionTraining.Ended ended) {
    SortedMap<String, Curve> curves = new TreeMap<>();
    curves.put("trainingLoss", ScoreReport.curve(trainer.detectionCurve()));
    curves.put("generatorLoss", ScoreReport.curve(trainer.generatorCurve()));
    SortedMap<String, Table> tables = new TreeMap<>();
    tables.put("detection", detection(ended.scores()));
    return new TrialResult(
        ended.divergence().isPresent() ? Outcome.DIVERGED : Outcome.COMPLETED,
        ended.divergence().orElse(""),
        metrics(ended),
        curves,
        tables,
        DataOrigins.of(corpus));
  }

  private SortedMap<String, Double> metrics(DetectionTraining.Ended ended) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    if (!ended.scores().isEmpty()) {
      metrics.putAll(measures(ended.scores().get(ended.scores().size() - 1).tally()));
    }
    metrics.put("unigramCrossEntropy", corpus.validationCrossEntropyNats());
    metrics.put("scoredShareInTraining", ended.shareInTraining());
    metrics.put("trainingSteps", (double) trainer.step());
    metrics.put("forwardPasses", (double) trainer.passes().forward());
    metrics.put("backwardPasses", (double) trainer.passes().backward());
    metrics.put("trainingSeconds", ended.trainingSeconds());
    metrics.put("scoringSeconds", ended.scoringSeconds());
    metrics.put("parameters", (double) run.size().parameters(run.layout().child()));
    metrics.put("generatorParameters", (double) generatorParameters());
    return metrics;
  }

  private long generatorParameters() {
    ReplacedTokens objective = run.objective();
    return objective.size(run.settings().text()).parameters(objective.generator().child());
  }

  private static SortedMap<String, Double> measures(DetectionTally tally) {
    SortedMap<String, Double> measures = new TreeMap<>();
    measures.put("generatorLoss", tally.generatorLoss());
    measures.put("detectionLoss", tally.detectionLoss());
    measures.put("replacedShare", tally.replacedShare());
    measures.put("detectionAccuracy", tally.accuracy());
    measures.put("majorityAccuracy", tally.majorityAccuracy());
    return measures;
  }

  /** One row a scoring; a scoring whose losses are no numbers has none. */
  private static Table detection(List<DetectionTraining.Scored> scores) {
    List<String> columns =
        List.of(
            "step",
            "generatorLoss",
            "detectionLoss",
            "replacedShare",
            "detectionAccuracy",
            "majorityAccuracy");
    TableBuilder table = new TableBuilder(columns, List.of());
    for (DetectionTraining.Scored scored : scores) {
      if (scored.tally().isFinite()) {
        table.number("step", (double) scored.step());
        measures(scored.tally()).forEach(table::number);
        table.endRow();
      }
    }
    return table.build();
  }
}
