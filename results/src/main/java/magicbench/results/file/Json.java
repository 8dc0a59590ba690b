package magicbench.results.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** JSON and YAML as every file of the project is written and read: strictly, keys sorted. */
public final class Json {

  private static final ObjectMapper JSON = configure(JsonMapper.builder()).build();
  private static final ObjectMapper YAML = configure(YAMLMapper.builder()).build();
  private static final ObjectWriter PRETTY = JSON.writer(printer());

  private Json() {}

  private static <B extends MapperBuilder<?, B>> B configure(B builder) {
    return builder
        .addModule(new Jdk8Module())
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
  }

  private static DefaultPrettyPrinter printer() {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    return printer;
  }

  /**
   * The JSON mapper.
   *
   * @return shared; don't reconfigure it
   */
  public static ObjectMapper json() {
    return JSON;
  }

  /**
   * The YAML mapper.
   *
   * @return shared; don't reconfigure it
   */
  public static ObjectMapper yaml() {
    return YAML;
  }

  /**
   * A value as indented JSON, the same bytes for equal values.
   *
   * @param value a record, a map or a tree
   * @return the text, ending in a line feed
   */
  public static String write(Object value) {
    try {
      return PRETTY.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON for a " + value.getClass().getName(), e);
    }
  }

  /**
   * Reads a tree as a record.
   *
   * @param where the file that the tree came from, for the message
   * @param tree the tree
   * @param type the record's class
   * @param <T> the record
   * @return the record
   * @throws InputException when the tree doesn't fit the record
   */
  public static <T> T as(String where, JsonNode tree, Class<T> type) {
    try {
      return JSON.treeToValue(tree, type);
    } catch (JsonProcessingException e) {
      throw fault(where, e);
    }
  }

  /**
   * What a user is told of a text that can't be read.
   *
   * @param where the file
   * @param e the parser's complaint
   * @return the fault, with line and column where known
   */
  public static InputException fault(String where, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    String place =
        at == null || at.getLineNr() < 1
            ? ""
            : " line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new InputException(where + place, e.getOriginalMessage(), "correct the file", e);
  }
}
