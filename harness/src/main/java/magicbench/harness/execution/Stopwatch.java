package magicbench.harness.execution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import magicbench.results.record.Provenance;

/** Measures one attempt and adds what earlier attempts cost, as far as they noted it. */
final class Stopwatch {

  private static final double NANOS = 1e9;

  private final Attempts attempts;
  private final List<Attempt> earlier;
  private final String startedAt = Instant.now().toString();
  private final long startNanos = System.nanoTime();
  private final Optional<Double> startCpuSeconds = ProcessCost.cpuSeconds();

  Stopwatch(Attempts attempts) {
    this.attempts = attempts;
    this.earlier = attempts.last();
    ProcessCost.forgetPeakMemory();
    note("started");
  }

  /** When the first attempt began, in ISO 8601, UTC. */
  String startedAt() {
    return earlier.isEmpty() ? startedAt : attempts.firstStart().orElse(startedAt);
  }

  void note(String event) {
    attempts.append(
        new Attempt(
            earlier.size(),
            event,
            Instant.now().toString(),
            ProcessHandle.current().pid(),
            wallSeconds(),
            cpuSeconds().orElse(null)));
  }

  Provenance.MeasuredCost cost() {
    double wall = wallSeconds() + earlier.stream().mapToDouble(Attempt::wallSeconds).sum();
    List<Optional<Double>> cpu =
        Stream.concat(
                earlier.stream().map(attempt -> Optional.ofNullable(attempt.cpuSeconds())),
                Stream.of(cpuSeconds()))
            .toList();
    Double cpuSeconds =
        cpu.stream().allMatch(Optional::isPresent)
            ? Double.valueOf(cpu.stream().mapToDouble(Optional::orElseThrow).sum())
            : null;
    return new Provenance.MeasuredCost(
        wall, cpuSeconds, ProcessCost.peakMemoryBytes().orElse(null), null);
  }

  private double wallSeconds() {
    return (System.nanoTime() - startNanos) / NANOS;
  }

  private Optional<Double> cpuSeconds() {
    return startCpuSeconds.flatMap(start -> ProcessCost.cpuSeconds().map(now -> now - start));
  }
}
