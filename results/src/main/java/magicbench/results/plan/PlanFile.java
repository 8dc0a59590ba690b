package magicbench.results.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;
import magicbench.results.file.WholeFile;

/** Writes and reads {@code plan.json}; its shape is {@code plan.schema.json}. */
public final class PlanFile {

  private static final int MAX_BYTES = 256 << 20;
  private static final JsonForm FORM = JsonForm.of("plan");
  private static final String REMEDY = "make the plan again";

  private PlanFile() {}

  /**
   * Writes a plan, whole or not at all.
   *
   * @param file where to; missing folders are made
   * @param plan the plan
   * @throws InputException when the disk refuses
   */
  public static void write(Path file, Plan plan) {
    WholeFile.write(file, out -> Json.write(plan, out));
  }

  /**
   * Reads a plan.
   *
   * @param file the file, at most 256 MiB
   * @return the plan
   * @throws InputException when it isn't there, is cut off, breaks the schema, or a trial's id
   *     isn't the hash of its content
   */
  public static Plan read(Path file) {
    String where = file.toString();
    JsonNode tree = Json.tree(where, BoundedInput.read(file, MAX_BYTES), REMEDY);
    FORM.check(where, tree, REMEDY);
    return Json.as(where, tree, Plan.class);
  }
}
