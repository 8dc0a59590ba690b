package magicbench.harness.pretrained;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.List;
import magicbench.harness.space.Layout;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/**
 * What an exported network is: all that its weights don't say.
 *
 * @param schemaVersion of this file
 * @param layout its layers and sizes
 * @param vocabularySize how many word pieces it knows
 * @param sequenceLength how many of them a text has at most
 * @param task what it tells apart
 * @param labels the classes, in the order of its outputs; none where it gives a score
 * @param highestScore what a score is multiplied by
 * @param weightsSha256 the seal of the weights that go with it
 * @param tokenizerSha256 the SHA-256 of the tokenizer that goes with it
 */
record ExportedConfig(
    int schemaVersion,
    Layout layout,
    int vocabularySize,
    int sequenceLength,
    String task,
    List<String> labels,
    double highestScore,
    String weightsSha256,
    String tokenizerSha256) {

  static final String NAME = "config.json";
  static final int SCHEMA_VERSION = 1;

  private static final int MAX_BYTES = 1 << 20;
  private static final int MOST_PIECES = 1 << 20;
  private static final int MOST_PLACES = 1 << 16;

  ExportedConfig {
    require(schemaVersion == SCHEMA_VERSION, "schemaVersion is " + schemaVersion + ", not 1");
    require(layout != null, "layout is missing");
    require(task != null, "task is missing");
    require(
        vocabularySize >= 2 && vocabularySize <= MOST_PIECES,
        "vocabularySize is " + vocabularySize + "; it must be 2 to " + MOST_PIECES);
    require(
        sequenceLength >= 1 && sequenceLength <= MOST_PLACES,
        "sequenceLength is " + sequenceLength + "; it must be 1 to " + MOST_PLACES);
    require(labels != null && labels.size() != 1, "labels are missing, or a single one");
    labels = List.copyOf(labels);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  int outputs() {
    return Math.max(1, labels.size());
  }

  void write(Path folder) {
    WholeFile.write(folder.resolve(NAME), Json.write(this));
  }

  /**
   * Reads it.
   *
   * @throws InputException when the file is missing, or no such file
   */
  static ExportedConfig read(Path folder) {
    Path file = folder.resolve(NAME);
    byte[] text = BoundedInput.read(file, MAX_BYTES);
    try {
      return Json.json()
          .treeToValue(
              Json.tree(file.toString(), text, "export the network again"), ExportedConfig.class);
    } catch (JsonProcessingException e) {
      throw Json.fault(file.toString(), e);
    }
  }
}
