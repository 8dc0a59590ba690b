package magicbench.harness.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** What the benchmarks measure time with. */
public final class Timing {

  private Timing() {}

  /** Nanoseconds: the thread's own on a busy machine (-Dcpu=true), otherwise the clock's. */
  public static long now() {
    return Boolean.getBoolean("cpu")
        ? ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
        : System.nanoTime();
  }

  public static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /** The value at or below that share of the sorted ones. */
  public static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) (share * (sorted.length - 1))];
  }
}
