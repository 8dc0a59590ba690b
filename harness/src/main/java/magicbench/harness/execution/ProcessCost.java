package magicbench.harness.execution;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this process used so far. */
final class ProcessCost {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path RESET = Path.of("/proc/self/clear_refs");
  private static final String PEAK_ONLY = "5";
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");
  private static final double NANOS = 1e9;
  private static final long BYTES_PER_KILOBYTE = 1024;

  private ProcessCost() {}

  /** Processor seconds of all threads, where the platform tells. */
  static Optional<Double> cpuSeconds() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      long nanos = system.getProcessCpuTime();
      return nanos < 0 ? Optional.empty() : Optional.of(nanos / NANOS);
    }
    return Optional.empty();
  }

  /**
   * Has the largest resident size counted from now on, where the platform lets it: a process may
   * run several trials.
   */
  static void forgetPeakMemory() {
    try {
      if (Files.isWritable(RESET)) {
        Files.writeString(RESET, PEAK_ONLY);
      }
    } catch (IOException e) {
      // The peak is that of the process then, which is no less than the trial's.
      return;
    }
  }

  /** The largest resident size of this process, where the platform tells. */
  static Optional<Long> peakMemoryBytes() {
    try {
      return Files.exists(STATUS) ? peakMemoryBytes(Files.readAllLines(STATUS)) : Optional.empty();
    } catch (IOException e) {
      // Not every Linux lets a process read its own status; the size stays unknown then.
      return Optional.empty();
    }
  }

  static Optional<Long> peakMemoryBytes(List<String> status) {
    return status.stream()
        .map(PEAK::matcher)
        .filter(Matcher::matches)
        .map(found -> Long.parseLong(found.group(1)) * BYTES_PER_KILOBYTE)
        .findFirst();
  }
}
