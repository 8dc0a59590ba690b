package magicbench.results.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import magicbench.results.record.Provenance;
import magicbench.results.record.Provenance.MeasuredCost;
import magicbench.results.record.RunRecord;

/** What trials cost together; what a record does not know is never taken as zero. */
final class Price {

  private final Collection<RunRecord> records;
  private final int trials;

  Price(JudgedTrials trials) {
    records = trials.all().values();
    this.trials = records.size() + trials.absent().size();
  }

  String wallTime() {
    return total(MeasuredCost::wallSeconds, Quantities::seconds);
  }

  String cpuTime() {
    return total(MeasuredCost::cpuSeconds, Quantities::seconds);
  }

  String energy() {
    return total(MeasuredCost::energyJoules, Quantities::joules);
  }

  String peakMemory() {
    return join(MeasuredCost::peakMemoryBytes, Math::max, Quantities::bytes);
  }

  /** What one record says of its cost, or that it is unknown. */
  static <T extends Number> String of(
      RunRecord record, Function<MeasuredCost, T> part, DoubleFunction<String> format) {
    return known(record, part)
        .map(number -> format.apply(number.doubleValue()))
        .orElse(Words.UNKNOWN);
  }

  private String total(Function<MeasuredCost, Double> part, DoubleFunction<String> format) {
    return join(part, Double::sum, format);
  }

  private <T extends Number> String join(
      Function<MeasuredCost, T> part, DoubleBinaryOperator with, DoubleFunction<String> format) {
    List<T> known = records.stream().flatMap(record -> known(record, part).stream()).toList();
    if (known.isEmpty()) {
      return trials == 0 ? "nothing was run" : Words.UNKNOWN;
    }
    double joined = known.stream().mapToDouble(Number::doubleValue).reduce(with).orElseThrow();
    int missing = trials - known.size();
    return missing == 0
        ? format.apply(joined)
        : "at least %s (unknown for %d of %d trials)"
            .formatted(format.apply(joined), missing, trials);
  }

  private static <T extends Number> Optional<T> known(
      RunRecord record, Function<MeasuredCost, T> part) {
    return Optional.ofNullable(record.provenance()).map(Provenance::cost).map(part);
  }
}
