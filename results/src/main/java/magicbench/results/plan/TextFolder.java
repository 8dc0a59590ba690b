package magicbench.results.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;

/**
 * A user's folder of text as part of a plan.
 *
 * <p>A trial's id must change with the text but not with the folder's place, and hashing terabytes
 * while planning is no option: the id covers a listing of the shards (name, size and time of the
 * last change); the record holds the SHA-256 of every shard that was read.
 */
public final class TextFolder {

  private static final String KIND = "tokenise";
  private static final String FIELD = "listing";

  private TextFolder() {}

  /**
   * The settings that a folder lays over a scale's.
   *
   * @param folder where the .txt or .jsonl shards lie
   * @return a patch for the kind {@code tokenise}
   * @throws InputException when there is no such folder, or nothing in it
   */
  public static Overrides overrides(Path folder) {
    ObjectNode patch = JsonNodeFactory.instance.objectNode();
    patch.put("text", "folder");
    patch.put(FIELD, listing(folder));
    return Overrides.of(Map.of(KIND, patch));
  }

  private static String listing(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      if (files.isEmpty()) {
        throw new InputException(
            folder.toString(), "holds no file", "put .txt or .jsonl shards into it");
      }
      StringBuilder lines = new StringBuilder();
      for (Path file : files) {
        lines
            .append(folder.relativize(file))
            .append('\t')
            .append(Files.size(file))
            .append('\t')
            .append(Files.getLastModifiedTime(file).toMillis())
            .append('\n');
      }
      return Hashes.sha256(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new InputException(
          folder.toString(), "can't be listed", "give a folder of .txt or .jsonl shards", e);
    }
  }
}
