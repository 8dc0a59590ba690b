package magicbench.results.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.Json;

/** A record as a JSON tree, and the tree as text. */
final class RecordJson {

  private static final double EXACT_INTEGERS = 1L << 53;

  private RecordJson() {}

  static JsonNode toTree(RunRecord record) {
    ObjectNode tree = Json.json().valueToTree(record);
    for (JsonNode table : tree.get("tables")) {
      for (JsonNode column : table.get("numbers")) {
        dropPointZeros((ArrayNode) column);
      }
    }
    return tree;
  }

  // Whole numbers are written without ".0": most columns are counts.
  private static void dropPointZeros(ArrayNode column) {
    for (int i = 0; i < column.size(); i++) {
      double value = column.get(i).doubleValue();
      boolean negativeZero = value == 0 && 1 / value < 0;
      if (value == Math.rint(value) && Math.abs(value) < EXACT_INTEGERS && !negativeZero) {
        column.set(i, LongNode.valueOf((long) value));
      } else {
        column.set(i, DoubleNode.valueOf(value));
      }
    }
  }

  static RunRecord fromTree(String where, JsonNode tree) {
    return Json.as(where, tree, RunRecord.class);
  }

  static String layOut(JsonNode record, String sha256) {
    SortedMap<String, JsonNode> file = new TreeMap<>();
    file.put("record", record);
    file.put("sha256", JsonNodeFactory.instance.textNode(sha256));
    try {
      return Json.json().writer(printer()).writeValueAsString(file) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written as JSON", e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter(" ", "\n"));
    printer.indentArraysWith(new DefaultPrettyPrinter.NopIndenter());
    return printer;
  }
}
