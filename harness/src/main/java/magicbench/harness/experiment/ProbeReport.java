package magicbench.harness.experiment;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.training.LossPoint;
import magicbench.harness.training.SuperNetTrainer;
import magicbench.results.record.Curve;
import magicbench.results.record.Outcome;

/**
 * Makes a result of what a probed training run measured.
 *
 * @param settings the trial's settings
 * @param subject what it trained on
 * @param trainer the trainer at the end of the run
 */
record ProbeReport(InterferenceSettings settings, Subject subject, SuperNetTrainer trainer) {

  TrialResult result(ProbeProgress progress, Optional<String> divergence) {
    ProbeTables tables = ProbeTables.of(progress.probed());
    SortedMap<String, Double> metrics = metrics(progress);
    metrics.put("undefinedRows", (double) tables.undefinedRows());
    return new TrialResult(
        divergence.isPresent() ? Outcome.DIVERGED : Outcome.COMPLETED,
        divergence.orElse(""),
        metrics,
        curves(progress),
        tables.tables(),
        subject.origins());
  }

  private SortedMap<String, Double> metrics(ProbeProgress progress) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("validationLoss", loss(progress, settings.training().steps()));
    metrics.put("untrainedValidationLoss", loss(progress, 0));
    metrics.putAll(subject.chance());
    metrics.put("uniformLoss", subject.uniformLoss());
    metrics.put("parameters", (double) subject.size().superNetParameters());
    metrics.put("trainingSteps", (double) trainer.step());
    metrics.put("trainingSeconds", progress.trainingSeconds());
    metrics.put("probeSeconds", progress.probeSeconds());
    return metrics;
  }

  /** The loss after a number of steps; null, that is unknown, where the run didn't get there. */
  private static Double loss(ProbeProgress progress, long step) {
    return progress.validated().stream()
        .filter(measured -> measured.step() == step && Double.isFinite(measured.loss()))
        .map(ProbeProgress.Validated::loss)
        .findFirst()
        .orElse(null);
  }

  private SortedMap<String, Curve> curves(ProbeProgress progress) {
    List<LossPoint> training = trainer.lossCurve();
    List<ProbeProgress.Validated> validation =
        progress.validated().stream().filter(point -> Double.isFinite(point.loss())).toList();
    SortedMap<String, Curve> curves = new TreeMap<>();
    curves.put(
        "trainingLoss",
        new Curve(
            training.stream().map(LossPoint::step).toList(),
            training.stream().map(LossPoint::meanLoss).toList()));
    curves.put(
        "validationLoss",
        new Curve(
            validation.stream().map(ProbeProgress.Validated::step).toList(),
            validation.stream().map(ProbeProgress.Validated::loss).toList()));
    return curves;
  }
}
