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
import java.util.function.UnaryOperator;
import magicbench.results.file.InputException;
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
      replaceColumns((ObjectNode) table.get("texts"), RecordJson::encode);
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

  // Text columns hold few different texts: each is written once, a row names it by its number.
  private static JsonNode encode(JsonNode texts) {
    SortedMap<String, Integer> codes = new TreeMap<>();
    texts.forEach(text -> codes.put(text.textValue(), 0));
    ArrayNode levels = JsonNodeFactory.instance.arrayNode();
    codes.replaceAll(
        (text, unset) -> {
          levels.add(text);
          return levels.size() - 1;
        });
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    texts.forEach(text -> rows.add(codes.get(text.textValue())));
    ObjectNode column = JsonNodeFactory.instance.objectNode();
    column.set("codes", rows);
    column.set("levels", levels);
    return column;
  }

  static RunRecord fromTree(String where, JsonNode tree) {
    ObjectNode decoded = tree.deepCopy();
    for (JsonNode table : decoded.get("tables")) {
      replaceColumns((ObjectNode) table.get("texts"), column -> decode(where, column));
    }
    return Json.as(where, decoded, RunRecord.class);
  }

  private static JsonNode decode(String where, JsonNode column) {
    ArrayNode texts = JsonNodeFactory.instance.arrayNode();
    for (JsonNode code : column.get("codes")) {
      if (!column.get("levels").has(code.intValue())) {
        throw new InputException(
            where + "/tables", "no text has the number " + code, "run the trial again");
      }
      texts.add(column.get("levels").get(code.intValue()));
    }
    return texts;
  }

  private static void replaceColumns(ObjectNode columns, UnaryOperator<JsonNode> replacement) {
    columns.properties().forEach(column -> column.setValue(replacement.apply(column.getValue())));
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
