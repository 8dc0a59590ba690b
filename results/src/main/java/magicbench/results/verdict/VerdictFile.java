package magicbench.results.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;
import magicbench.results.file.WholeFile;

/** The file {@code verdicts.json}. */
public final class VerdictFile {

  private static final int MAX_BYTES = 64 << 20;
  private static final JsonForm FORM = JsonForm.of("verdicts");

  private VerdictFile() {}

  /**
   * Writes verdicts; equal verdicts give the same bytes.
   *
   * @param file where to; missing folders are made
   * @param verdicts the verdicts
   * @throws InputException when the disk refuses
   */
  public static void write(Path file, Verdicts verdicts) {
    WholeFile.write(file, Json.write(verdicts));
  }

  /**
   * Reads verdicts.
   *
   * @param file where from, at most 64 MiB
   * @return what was written there
   * @throws InputException when the file can't be read, isn't whole, is of another format or breaks
   *     the schema
   */
  public static Verdicts read(Path file) {
    String remedy = "run the command judge again";
    JsonNode tree = tree(file, MAX_BYTES, remedy);
    requireVersion(file, tree, Verdicts.SCHEMA_VERSION, Verdicts.SCHEMA_VERSION);
    FORM.check(file.toString(), tree, remedy);
    return Json.as(file.toString(), tree, Verdicts.class);
  }

  static JsonNode tree(Path file, int maxBytes, String remedy) {
    return Json.tree(file.toString(), BoundedInput.read(file, maxBytes), remedy);
  }

  /** Before the schema is asked, which would only say that a constant was expected. */
  static void requireVersion(Path file, JsonNode tree, int oldest, int newest) {
    int found = tree.path("schemaVersion").asInt();
    if (found < oldest || found > newest) {
      throw new InputException(
          file.toString(),
          "schemaVersion is " + found + ", not " + newest,
          "make it again with this version of magicbench");
    }
  }
}
