package magicbench.ci.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import magicbench.results.plan.CostEstimator;
import magicbench.results.plan.CostEstimator.TrialCost;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;

/**
 * How fast one worker was where it was measured: the median, over records, of a trial's predicted
 * floating-point operations by its wall seconds.
 *
 * @param flopsPerSecond the rate; empty when no record tells
 * @param source how many records of which device kind it comes from, for readers
 */
record MeasuredRate(OptionalDouble flopsPerSecond, String source) {

  static MeasuredRate in(Path folder, List<CostEstimator> estimators) {
    if (!Files.isDirectory(folder)) {
      return new MeasuredRate(OptionalDouble.empty(), "no records in " + folder);
    }
    return of(RecordFile.readAll(folder), estimators, folder);
  }

  private static MeasuredRate of(
      Collection<RunRecord> records, List<CostEstimator> estimators, Path folder) {
    List<RunRecord> telling =
        records.stream()
            .filter(record -> record.outcome() == Outcome.COMPLETED)
            .filter(record -> rate(record, estimators).isPresent())
            .toList();
    double[] rates =
        telling.stream()
            .mapToDouble(record -> rate(record, estimators).orElseThrow())
            .sorted()
            .toArray();
    if (rates.length == 0) {
      return new MeasuredRate(OptionalDouble.empty(), "no record in " + folder + " tells it");
    }
    List<String> devices = telling.stream().map(MeasuredRate::device).distinct().sorted().toList();
    String source =
        "median of "
            + rates.length
            + " records in "
            + folder
            + ", on "
            + String.join(" and ", devices);
    return new MeasuredRate(OptionalDouble.of(median(rates)), source);
  }

  private static Optional<Double> rate(RunRecord record, List<CostEstimator> estimators) {
    Optional<Double> seconds =
        Optional.ofNullable(record.provenance().cost().wallSeconds()).filter(wall -> wall > 0);
    return seconds.flatMap(
        wall ->
            estimators.stream()
                .flatMap(estimator -> estimator.estimate(record.trial()).stream())
                .map(TrialCost::flops)
                .filter(flops -> flops > 0)
                .findFirst()
                .map(flops -> flops / wall));
  }

  private static String device(RunRecord record) {
    return Stream.ofNullable(record.provenance().engine().device()).findFirst().orElse("unknown");
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
