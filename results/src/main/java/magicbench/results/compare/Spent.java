package magicbench.results.compare;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;

/**
 * What the trials of one kind cost on one side.
 *
 * @param trials how many there are
 * @param told how many of those know their processor time
 * @param cpuSeconds the mean of those that do, in seconds of processor time; empty where none does
 * @param sequencesPerSecond sequences or pictures trained on in a second of training, over all
 *     trials that tell both; empty where none does
 */
public record Spent(
    int trials, int told, Optional<Double> cpuSeconds, Optional<Double> sequencesPerSecond) {

  private static final String SEQUENCES = "trainingSequences";
  private static final String SECONDS = "trainingSeconds";

  static Spent of(Collection<RunRecord> records) {
    List<Double> known =
        records.stream()
            .map(RunRecord::provenance)
            .filter(Objects::nonNull)
            .map(Provenance::cost)
            .filter(Objects::nonNull)
            .flatMap(cost -> Stream.ofNullable(cost.cpuSeconds()))
            .toList();
    return new Spent(records.size(), known.size(), mean(known), throughput(records));
  }

  private static Optional<Double> mean(List<Double> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.stream().mapToDouble(x -> x).sum() / values.size());
  }

  private static Optional<Double> throughput(Collection<RunRecord> records) {
    List<RunRecord> timed =
        records.stream()
            .filter(record -> record.metrics().get(SEQUENCES) != null)
            .filter(record -> record.metrics().get(SECONDS) != null)
            .toList();
    double seconds = sum(timed, SECONDS);
    return seconds > 0 ? Optional.of(sum(timed, SEQUENCES) / seconds) : Optional.empty();
  }

  private static double sum(List<RunRecord> records, String metric) {
    return records.stream().mapToDouble(record -> record.metrics().get(metric)).sum();
  }
}
