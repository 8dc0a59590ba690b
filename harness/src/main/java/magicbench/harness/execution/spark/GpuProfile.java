package magicbench.harness.execution.spark;

import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.resource.ExecutorResourceRequests;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfileBuilder;
import org.apache.spark.resource.TaskResourceRequests;

/** What a trial on a GPU asks the cluster for. */
final class GpuProfile {

  /** Spark's name of the resource. */
  static final String GPU = "gpu";

  private static final String GPU_AMOUNT = "spark.executor.resource.gpu.amount";
  private static final String GPU_SCRIPT = "spark.executor.resource.gpu.discoveryScript";
  private static final String GPU_VENDOR = "spark.executor.resource.gpu.vendor";

  private GpuProfile() {}

  /** What a trial on a GPU asks for; empty where the settings offer no GPU. */
  static Optional<ResourceProfile> of(SparkConf conf) {
    if (!conf.contains(GPU_AMOUNT)) {
      return Optional.empty();
    }
    ResourceProfileBuilder profile =
        new ResourceProfileBuilder().require(new TaskResourceRequests().cpus(1).resource(GPU, 1));
    // Executors that are there from the start have their GPUs; others are asked for with one.
    if (conf.getBoolean("spark.dynamicAllocation.enabled", false)) {
      profile.require(
          new ExecutorResourceRequests()
              .cores(1)
              .resource(GPU, 1, conf.get(GPU_SCRIPT, ""), conf.get(GPU_VENDOR, "")));
    }
    return Optional.of(profile.build());
  }
}
