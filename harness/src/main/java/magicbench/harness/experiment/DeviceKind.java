package magicbench.harness.experiment;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.util.Locale;
import magicbench.results.file.InputException;

/** Where tensors lie. */
public enum DeviceKind {
  /** The processor: bit-exact with a fixed number of threads. */
  CPU,
  /** The first GPU that the engine sees. */
  GPU;

  /**
   * The device that a setting chooses.
   *
   * @param setting {@code auto} (a GPU if the engine sees one), {@code cpu} or {@code gpu}
   * @return the device
   * @throws InputException when there is no such setting, or no GPU where one is asked for
   */
  public static DeviceKind of(String setting) {
    return switch (setting) {
      case "cpu" -> CPU;
      case "gpu" -> gpu(setting);
      case "auto" -> seesGpu() ? GPU : CPU;
      default ->
          throw new InputException(
              "setting device", "is " + setting, "choose one of auto, cpu, gpu");
    };
  }

  private static DeviceKind gpu(String setting) {
    if (!seesGpu()) {
      throw new InputException(
          "setting device",
          "is " + setting + ", but the engine sees no GPU",
          "build with -Pgpu on a machine that has one, or choose cpu or auto");
    }
    return GPU;
  }

  private static boolean seesGpu() {
    return gpuCount() > 0;
  }

  /**
   * How many GPUs the engine sees.
   *
   * @return 0 where the natives were built for the CPU only, without loading them
   */
  public static int gpuCount() {
    return EngineVersions.read().mayUseGpu() ? Engine.getInstance().getGpuCount() : 0;
  }

  /**
   * The engine's name for the device.
   *
   * @return the device
   */
  public Device device() {
    return this == GPU ? Device.gpu() : Device.cpu();
  }

  /**
   * The word that records use.
   *
   * @return {@code cpu} or {@code gpu}
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
