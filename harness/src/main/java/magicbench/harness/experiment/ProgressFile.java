package magicbench.harness.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/**
 * What a run measured so far, beside its checkpoint. The file bears the checkpoint's step in its
 * name and is written first, so that a checkpoint on the disk always finds what belongs to it.
 */
final class ProgressFile {

  private static final String PREFIX = "progress-";

  private ProgressFile() {}

  static <T> T read(Path folder, long step, Class<T> type) {
    Path file = file(folder, step);
    try {
      return Json.json().readValue(file.toFile(), type);
    } catch (JsonProcessingException e) {
      throw Json.fault(file.toString(), e);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "is missing beside its checkpoint", "delete " + folder, e);
    }
  }

  static void write(Path folder, long step, Object content) {
    WholeFile.write(file(folder, step), Json.write(content));
  }

  /** Deletes what belongs to earlier checkpoints. */
  static void deleteOthers(Path folder, long step) {
    Path kept = file(folder, step);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*.json")) {
      for (Path file : files) {
        if (!file.equals(kept)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new InputException(
          folder.toString(), "could not be tidied (" + e.getMessage() + ")", "check its rights", e);
    }
  }

  private static Path file(Path folder, long step) {
    return folder.resolve(PREFIX + step + ".json");
  }
}
