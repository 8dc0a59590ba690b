package magicbench.harness.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.training.LossPoint;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.results.record.Curve;
import magicbench.results.record.Outcome;
import magicbench.results.record.Table;

/**
 * Makes a result of what a scored training run measured.
 *
 * @param subject what it trained on
 * @param children the scored child models, as text
 * @param trainer the trainer at the end of the run
 * @param batch sequences of a batch
 * @param teacherLoss how well a teacher that runs beside fills in masked words, in nats; empty
 *     where none tells them
 */
record ScoreReport(
    Subject subject,
    List<String> children,
    SuperNetTrainer trainer,
    int batch,
    OptionalDouble teacherLoss) {

  /** The table of scores. */
  static final String SCORES = "scores";

  TrialResult result(ScoredTraining.Ended ended) {
    Optional<String> divergence = ended.divergence();
    return new TrialResult(
        divergence.isPresent() ? Outcome.DIVERGED : Outcome.COMPLETED,
        divergence.orElse(""),
        metrics(ended),
        curves(),
        tables(ended.progress()),
        subject.origins());
  }

  private SortedMap<String, Double> metrics(ScoredTraining.Ended ended) {
    ScoreProgress progress = ended.progress();
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("meanScore", lastMean(progress));
    metrics.putAll(subject.chance());
    metrics.put("scoredShareInTraining", ended.shareInTraining());
    metrics.put("trainingSteps", (double) trainer.step());
    metrics.put("forwardPasses", (double) trainer.passes().forward());
    metrics.put("backwardPasses", (double) trainer.passes().backward());
    teacherLoss.ifPresent(loss -> metrics.put("teacherLoss", loss));
    if (trainer.isTaught()) {
      metrics.put("teacherForwardPasses", (double) trainer.step());
    }
    metrics.put("trainingSequences", (double) trainer.passes().backward() * batch);
    metrics.put("trainingSeconds", progress.trainingSeconds());
    metrics.put("scoringSeconds", progress.scoringSeconds());
    metrics.put("probeSeconds", progress.probeSeconds());
    return metrics;
  }

  /** The mean loss over child models at the last scoring; null, unknown, where there was none. */
  private static Double lastMean(ScoreProgress progress) {
    if (progress.scores().isEmpty()) {
      return null;
    }
    return progress.scores().get(progress.scores().size() - 1).losses().stream()
        .mapToDouble(Double::doubleValue)
        .average()
        .orElseThrow();
  }

  private SortedMap<String, Curve> curves() {
    SortedMap<String, Curve> curves = new TreeMap<>();
    curves.put("trainingLoss", curve(trainer.lossCurve()));
    return curves;
  }

  /** A training-loss curve as records hold it. */
  static Curve curve(List<LossPoint> points) {
    return new Curve(
        points.stream().map(LossPoint::step).toList(),
        points.stream().map(LossPoint::meanLoss).toList());
  }

  private SortedMap<String, Table> tables(ScoreProgress progress) {
    SortedMap<String, Table> tables = new TreeMap<>();
    tables.put(SCORES, scores(progress));
    if (!progress.probes().isEmpty()) {
      tables.put("pairs", ProbeTables.of(progress.probes()).tables().get("pairs"));
    }
    return tables;
  }

  private Table scores(ScoreProgress progress) {
    TableBuilder table =
        new TableBuilder(List.of("trainedShare", "step", "loss"), List.of("architecture"));
    for (ScoreProgress.Scored scored : progress.scores()) {
      for (int child = 0; child < children.size(); child++) {
        double loss = scored.losses().get(child);
        if (Double.isFinite(loss)) {
          table
              .number("trainedShare", scored.trainedShare())
              .number("step", (double) scored.step())
              .number("loss", loss)
              .text("architecture", children.get(child))
              .endRow();
        }
      }
    }
    return table.build();
  }
}
