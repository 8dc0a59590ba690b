package magicbench.results.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;

/** Reads a scale's YAML file; its shape is {@code scale.schema.json}. */
public final class ScaleFile {

  private static final int MAX_BYTES = 1 << 20;
  private static final String EXTENDS = "extends";
  private static final JsonForm FORM = JsonForm.of("scale");

  private ScaleFile() {}

  /**
   * Reads a scale that extends none.
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
    return readAll(Map.of(where, yaml)).get(where);
  }

  /**
   * Reads scales, of which one may extend another: its file is laid over the other's, objects
   * merged and anything else replaced.
   *
   * @param yamlByFile each file's content by its name
   * @return the scales by file
   * @throws InputException when a file breaks the schema, extends a scale that isn't there or that
   *     extends one itself, or a kind needs one that isn't there
   */
  static SortedMap<String, Scale> readAll(Map<String, byte[]> yamlByFile) {
    SortedMap<String, JsonNode> trees = new TreeMap<>();
    yamlByFile.forEach((where, yaml) -> trees.put(where, Json.yamlTree(where, yaml)));
    SortedMap<String, Scale> scales = new TreeMap<>();
    trees.forEach((where, tree) -> scales.put(where, scale(where, whole(where, tree, trees))));
    return scales;
  }

  private static JsonNode whole(String where, JsonNode tree, SortedMap<String, JsonNode> trees) {
    JsonNode named = tree.path(EXTENDS);
    if (!named.isTextual()) {
      return tree;
    }
    List<JsonNode> bases =
        trees.values().stream()
            .filter(other -> other.path("name").equals(named) && !other.has(EXTENDS))
            .toList();
    if (bases.size() != 1) {
      throw new InputException(
          where + " /" + EXTENDS,
          "no scale " + named.textValue() + " that extends none itself",
          "name one of "
              + trees.values().stream()
                  .filter(other -> !other.has(EXTENDS))
                  .map(other -> other.path("name").asText())
                  .sorted()
                  .toList());
    }
    return Overrides.merge(bases.get(0), tree);
  }

  private static Scale scale(String where, JsonNode tree) {
    FORM.check(where, tree, "correct the scale");
    Scale scale = Json.as(where, new NamedLists(where).spelledOut(tree), Scale.class);
    scale.experiments().forEach((kind, experiment) -> checkNeeds(where, scale, kind));
    return scale;
  }

  private static void checkNeeds(String where, Scale scale, String kind) {
    Scale.Experiment experiment = scale.experiments().get(kind);
    experiment
        .everyNeed()
        .map(Need::kind)
        .filter(need -> !scale.experiments().containsKey(need))
        .findFirst()
        .ifPresent(
            need -> {
              throw new InputException(
                  where + " /experiments/" + kind + "/needs",
                  "no experiment " + need,
                  "use one of " + scale.experiments().keySet());
            });
  }
}
