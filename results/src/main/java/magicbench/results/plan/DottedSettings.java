package magicbench.results.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settings by dotted name, to be listed or held against others. */
public final class DottedSettings {

  private DottedSettings() {}

  /**
   * Every setting by its path.
   *
   * @param settings a trial's
   * @return values as text by names such as {@code training.learningRate}; a list of plain values
   *     is one value, a list of objects is told by position, from 0
   */
  public static SortedMap<String, String> of(JsonNode settings) {
    SortedMap<String, String> flat = new TreeMap<>();
    flatten("", settings, flat);
    return flat;
  }

  private static void flatten(String name, JsonNode node, SortedMap<String, String> flat) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties().forEach(each -> flatten(below(name, each.getKey()), each.getValue(), flat));
    } else if (node.isArray() && !node.isEmpty() && node.get(0).isContainerNode()) {
      for (int i = 0; i < node.size(); i++) {
        flatten(below(name, Integer.toString(i)), node.get(i), flat);
      }
    } else if (!name.isEmpty()) {
      flat.put(name, node.isTextual() ? node.textValue() : node.toString());
    }
  }

  private static String below(String name, String part) {
    return name.isEmpty() ? part : name + "." + part;
  }
}
