package magicbench.results.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * JSON and YAML as every file of the project is written and read: strictly, keys sorted, a double
 * as the shortest text that reads back as the same double.
 */
public final class Json {

  private static final ObjectMapper JSON =
      configure(JsonMapper.builder()).enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();
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
    return write(PRETTY, value) + "\n";
  }

  /**
   * Writes a value as {@link #write(Object)} does, without holding the text in memory.
   *
   * @param value a record, a map or a tree
   * @param out where to; stays open
   * @throws IOException when it can't be written to
   */
  public static void write(Object value, OutputStream out) throws IOException {
    PRETTY.without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, value);
    out.write('\n');
  }

  /**
   * A value as one line of JSON with the keys sorted at every depth: what is hashed where content
   * has to be told apart.
   *
   * @param value a record, a map or a tree
   * @return the text, the same for equal content however it was laid out
   */
  public static String canonical(Object value) {
    JsonNode tree = JSON.valueToTree(value);
    return write(JSON.writer(), JSON.convertValue(tree, Object.class));
  }

  private static String write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON for a " + value.getClass().getName(), e);
    }
  }

  /**
   * Parses JSON.
   *
   * @param where the file, for the message
   * @param text the file's bytes, UTF-8
   * @param remedy what to do about a file that can't be read
   * @return the tree
   * @throws InputException when it isn't one whole JSON value, or an object repeats a key
   */
  public static JsonNode tree(String where, byte[] text, String remedy) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw fault(where, e, remedy);
    } catch (IOException e) {
      throw notText(where, e, remedy);
    }
  }

  /**
   * Parses YAML.
   *
   * @param where the file, for the message
   * @param text the file's bytes, UTF-8
   * @return the tree
   * @throws InputException when it isn't one whole YAML document, an object repeats a key, or it
   *     uses aliases, which the parser would quietly take for text
   */
  public static JsonNode yamlTree(String where, byte[] text) {
    String remedy = "correct the YAML";
    try {
      refuseAliases(where, text);
      return YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw fault(where, e, remedy);
    } catch (IOException e) {
      throw notText(where, e, remedy);
    }
  }

  private static void refuseAliases(String where, byte[] text) throws IOException {
    try (JsonParser parser = YAML.createParser(text)) {
      while (parser.nextToken() != null) {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
          throw new InputException(
              where + place(parser.currentTokenLocation()),
              "alias *" + parser.getText() + " is not supported",
              "write the value out");
        }
      }
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
   * @return the fault, with line and column or JSON pointer where known
   */
  public static InputException fault(String where, JsonProcessingException e) {
    return fault(where, e, "correct the file");
  }

  private static InputException fault(String where, JsonProcessingException e, String remedy) {
    String place = place(e.getLocation());
    if (place.isEmpty() && e instanceof JsonMappingException mapping) {
      place = pointer(mapping);
    }
    return new InputException(where + place, complaint(e), remedy, e);
  }

  private static InputException notText(String where, IOException e, String remedy) {
    return new InputException(where, "is not UTF-8 text (" + e.getMessage() + ")", remedy, e);
  }

  private static String complaint(JsonProcessingException e) {
    if (e.getCause() instanceof IllegalArgumentException cause) {
      return cause.getMessage();
    }
    if (e.getCause() instanceof MarkedYAMLException cause) {
      return cause.getProblem();
    }
    return e.getOriginalMessage()
        .replaceAll("^java\\.io\\.\\w+: ", "")
        .replaceAll(" for `ObjectNode`: not allowed when .*", "")
        .replaceAll("\\s*\\([^()]*\\[Source: [^\\]]*\\][^()]*\\)", "");
  }

  private static String place(JsonLocation at) {
    return at == null || at.getLineNr() < 1
        ? ""
        : " line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .map(step -> "/" + step)
        .collect(Collectors.joining("", e.getPath().isEmpty() ? "" : " ", ""));
  }
}
