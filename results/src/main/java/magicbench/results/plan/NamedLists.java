package magicbench.results.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import magicbench.results.file.InputException;

/** Puts a scale's lists in the place of the words that name them: {@code @ranked} for instance. */
final class NamedLists {

  private static final String LISTS = "lists";
  private static final String MARK = "@";

  private final String where;

  NamedLists(String where) {
    this.where = where;
  }

  /**
   * The scale with its lists spelled out, and without the lists.
   *
   * @throws InputException when a word names no list
   */
  JsonNode spelledOut(JsonNode scale) {
    ObjectNode without = scale.deepCopy();
    JsonNode lists = without.path(LISTS);
    without.remove(LISTS);
    return replaced(without, lists);
  }

  private JsonNode replaced(JsonNode node, JsonNode lists) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        entry.setValue(replaced(entry.getValue(), lists));
      }
    } else if (node instanceof ArrayNode array) {
      for (int index = 0; index < array.size(); index++) {
        array.set(index, replaced(array.get(index), lists));
      }
    } else if (node.isTextual() && node.textValue().startsWith(MARK)) {
      return list(node.textValue().substring(MARK.length()), lists);
    }
    return node;
  }

  private JsonNode list(String name, JsonNode lists) {
    JsonNode list = lists.path(name);
    if (!list.isArray()) {
      throw new InputException(
          where + " /" + LISTS, "no list " + name, "add it, or correct " + MARK + name);
    }
    return list.deepCopy();
  }
}
