package magicbench.harness.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import magicbench.harness.space.ImageLayout;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/** An image network's layout, left by the trial that found or made it for those that train it. */
final class ImageLayoutFile {

  static final String NAME = "image-layout.json";

  private static final int MAX_BYTES = 1 << 20;
  private static final String REMEDY = "delete it and run again the trial that wrote it";

  private ImageLayoutFile() {}

  /**
   * Writes a layout.
   *
   * @param artifact the writing trial's output
   * @throws InputException when the disk refuses
   */
  static void write(Path artifact, ImageLayout layout) {
    WholeFile.write(artifact.resolve(NAME), Json.write(layout));
  }

  /**
   * Reads a layout.
   *
   * @param file what {@link #write} wrote
   * @throws InputException when it is missing or no layout
   */
  static ImageLayout read(Path file) {
    try {
      byte[] text = BoundedInput.read(file, MAX_BYTES);
      ImageLayout layout =
          Json.json().treeToValue(Json.tree(file.toString(), text, REMEDY), ImageLayout.class);
      if (layout == null) {
        throw new InputException(file.toString(), "is empty", REMEDY);
      }
      return layout;
    } catch (JsonProcessingException e) {
      throw Json.fault(file.toString(), e);
    }
  }
}
