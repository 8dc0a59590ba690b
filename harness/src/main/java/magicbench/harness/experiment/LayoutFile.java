package magicbench.harness.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.harness.space.Layout;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/** A network's layout, left by the trial that found or made it for those that train it. */
final class LayoutFile {

  static final String NAME = "layout.json";

  private static final int MAX_BYTES = 1 << 20;
  private static final String REMEDY = "delete it and run again the trial that wrote it";

  private LayoutFile() {}

  /**
   * Writes a layout.
   *
   * @param artifact the writing trial's output
   * @throws InputException when the disk refuses
   */
  static void write(Path artifact, Layout layout) {
    writeTo(artifact.resolve(NAME), layout);
  }

  /**
   * Writes a layout to a file of another name, where it isn't to be taken for that of what is
   * trained next.
   *
   * @throws InputException when the disk refuses
   */
  static void writeTo(Path file, Layout layout) {
    WholeFile.write(file, Json.write(layout));
  }

  /**
   * Reads a layout.
   *
   * @param file what {@link #write} wrote
   * @throws InputException when it is missing or no layout
   */
  static Layout read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] text = BoundedInput.read(file.toString(), in, MAX_BYTES);
      JsonNode tree = Json.tree(file.toString(), text, REMEDY);
      return Json.json().treeToValue(tree, Layout.class);
    } catch (JsonProcessingException e) {
      throw Json.fault(file.toString(), e);
    } catch (IOException e) {
      throw new InputException(file.toString(), "could not be read", REMEDY, e);
    }
  }
}
