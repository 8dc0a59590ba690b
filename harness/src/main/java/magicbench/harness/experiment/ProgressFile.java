package magicbench.harness.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.results.file.Hashes;
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

  /** The file: its content and the SHA-256 of the content's JSON. */
  private record Sealed(String sha256, JsonNode content) {

    static <T> Sealed of(T content) {
      return new Sealed(hash(content), Json.json().valueToTree(content));
    }

    private static String hash(Object content) {
      return Hashes.sha256(Json.write(content).getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Reads what belongs to a checkpoint.
   *
   * @throws InputException when it is missing, damaged or no such content
   */
  static <T> T read(Path folder, long step, Class<T> type) {
    Path file = file(folder, step);
    try {
      Sealed sealed = Json.json().readValue(file.toFile(), Sealed.class);
      T content = Json.json().treeToValue(sealed.content(), type);
      if (content == null || !Sealed.hash(content).equals(sealed.sha256())) {
        throw new InputException(
            file.toString(), "is damaged: its SHA-256 is another", "delete " + folder);
      }
      return content;
    } catch (JsonProcessingException e) {
      throw Json.fault(file.toString(), e);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "is missing beside its checkpoint", "delete " + folder, e);
    }
  }

  /**
   * Writes it.
   *
   * @throws InputException when the disk refuses
   */
  static void write(Path folder, long step, Object content) {
    WholeFile.write(file(folder, step), Json.write(Sealed.of(content)));
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
