package magicbench.results.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;

/** Reads a scale's YAML file; its shape is {@code scale.schema.json}. */
public final class ScaleFile {

  private static final int MAX_BYTES = 1 << 20;
  private static final JsonForm FORM = JsonForm.of("scale");

  private ScaleFile() {}

  /**
   * Reads a scale.
   *
   * @param where the file's name, for messages
   * @param yaml the file's content, UTF-8, at most 1 MiB; the caller closes it
   * @return the scale
   * @throws InputException when the file breaks the schema, or a kind needs one that isn't there
   */
  public static Scale read(String where, InputStream yaml) {
    return read(where, BoundedInput.read(where, yaml, MAX_BYTES));
  }

  static Scale read(String where, byte[] yaml) {
    JsonNode file = Json.yamlTree(where, yaml);
    FORM.check(where, file, "correct the scale");
    Scale scale = Json.as(where, new NamedLists(where).spelledOut(file), Scale.class);
    scale.experiments().forEach((kind, experiment) -> checkNeeds(where, scale, kind));
    return scale;
  }

  private static void checkNeeds(String where, Scale scale, String kind) {
    for (String need : scale.experiments().get(kind).needs()) {
      if (!scale.experiments().containsKey(need)) {
        throw new InputException(
            where + " /experiments/" + kind + "/needs",
            "no experiment " + need,
            "use one of " + scale.experiments().keySet());
      }
    }
  }
}
