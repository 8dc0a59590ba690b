package magicbench.results.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;

/** Reads a scale's YAML file; its shape is {@code scale.schema.json}. */
public final class ScaleFile {

  private static final int MAX_BYTES = 1 << 20;
  private static final JsonForm FORM = JsonForm.of("scale");
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9_.]*([eE][-+]?[0-9]+)?");

  private ScaleFile() {}

  /**
   * Reads a scale.
   *
   * @param where the file's name, for messages
   * @param yaml the file's content, UTF-8, at most 1 MiB; the caller closes it
   * @return the scale
   * @throws InputException when the file breaks the schema, a kind needs one that isn't there, or a
   *     setting looks like a number but is read as text
   */
  public static Scale read(String where, InputStream yaml) {
    return read(where, BoundedInput.read(where, yaml, MAX_BYTES));
  }

  static Scale read(String where, byte[] yaml) {
    JsonNode file = Json.yamlTree(where, yaml);
    FORM.check(where, file, "correct the scale");
    refuseNumbersAsText(where, file.get("experiments"), "/experiments");
    Scale scale = Json.as(where, file, Scale.class);
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

  // YAML 1.1 reads 1e-3 as text: a number needs a point and a signed exponent there.
  private static void refuseNumbersAsText(String where, JsonNode node, String pointer) {
    if (node.isTextual() && NUMBER.matcher(node.textValue()).matches()) {
      throw new InputException(
          where + " " + pointer,
          node.textValue() + " is read as text",
          "write it as in 0.001 or 1.0e-3");
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      refuseNumbersAsText(where, entry.getValue(), pointer + "/" + entry.getKey());
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      refuseNumbersAsText(where, node.get(i), pointer + "/" + i);
    }
  }
}
