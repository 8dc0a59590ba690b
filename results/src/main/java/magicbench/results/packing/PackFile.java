package magicbench.results.packing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;
import magicbench.results.file.WholeFile;

/** Writes and reads {@code packs.json}; its shape is {@code packs.schema.json}. */
public final class PackFile {

  private static final int MAX_BYTES = 64 << 20;
  private static final JsonForm FORM = JsonForm.of("packs");
  private static final String REMEDY = "make the packs again, with 'magicbench plan'";

  private PackFile() {}

  /**
   * Writes packs, whole or not at all.
   *
   * @param file where to; missing folders are made
   * @param packs the packs
   * @throws magicbench.results.file.InputException when the disk refuses
   */
  public static void write(Path file, Packs packs) {
    WholeFile.write(file, Json.write(packs));
  }

  /**
   * Reads packs.
   *
   * @param file the file, at most 64 MiB
   * @return the packs
   * @throws magicbench.results.file.InputException when it isn't there, is cut off or breaks the
   *     schema
   */
  public static Packs read(Path file) {
    String where = file.toString();
    JsonNode tree = Json.tree(where, BoundedInput.read(file, MAX_BYTES), REMEDY);
    FORM.check(where, tree, REMEDY);
    return Json.as(where, tree, Packs.class);
  }
}
