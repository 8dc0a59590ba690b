package magicbench.harness.experiment;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The model of a machine's GPU. */
public final class GpuModel {

  /** Where NVIDIA's driver for Linux tells of GPUs. */
  public static final Path NVIDIA = Path.of("/proc/driver/nvidia/gpus");

  private static final String MODEL = "Model:";

  private GpuModel() {}

  /**
   * The first GPU's model.
   *
   * @param gpus a folder for each GPU, as {@link #NVIDIA} has
   * @return empty where it can't be known
   */
  public static Optional<String> first(Path gpus) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(gpus)) {
      for (Path folder : folders) {
        for (String line : Files.readAllLines(folder.resolve("information"))) {
          if (line.startsWith(MODEL)) {
            return Optional.of(line.substring(MODEL.length()).strip())
                .filter(name -> !name.isEmpty() && !name.equalsIgnoreCase("unknown"));
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      // Another system or another driver: the name stays unknown.
      return Optional.empty();
    }
  }
}
