package magicbench.results.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

  @Test
  void canonical_text_sorts_the_keys_at_every_depth() {
    JsonNode tree = tree("{\"b\": {\"z\": 1, \"a\": [ {\"d\": 1, \"c\": 2} ]}, \"a\": 0.50}");

    assertThat(Json.canonical(tree))
        .isEqualTo("{\"a\":0.5,\"b\":{\"a\":[{\"c\":2,\"d\":1}],\"z\":1}}");
  }

  // Before JDK 19 Double.toString gives 1.9999999999999998E23 (JDK-4511638).
  @Test
  void doubles_are_written_as_the_shortest_text_on_every_java_version() {
    assertThat(Json.canonical(Map.of("x", Double.parseDouble("2.0E23"))))
        .isEqualTo("{\"x\":2.0E23}");
  }

  @Property(tries = 300)
  void a_written_double_reads_back_as_the_same_bits(@ForAll double value) {
    String text = Json.canonical(new double[] {value});

    assertThat(tree(text).get(0).doubleValue()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": | a.json line 1, column 6: Unexpected end-of-input",
        "{\"a\": 1} x | a.json line 1, column 11: Unrecognized token 'x'",
        "{\"a\": 1} 2 | a.json line 1, column 10: Trailing token",
        "{\"a\": 1, \"a\": 2} | a.json line 1, column 15: Duplicate field 'a'; do something",
        "{\"a\": NaN} | a.json line 1, column 10: Non-standard token 'NaN'",
      })
  void names_the_place_of_a_fault_in_json(String text, String message) {
    assertThatThrownBy(() -> tree(text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(message)
        .hasMessageEndingWith("; do something")
        .hasMessageNotContaining("Source");
  }

  @Test
  void tells_when_yaml_is_not_utf_8() {
    byte[] latin1 = "a: é".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> Json.yamlTree("a.yaml", latin1))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("a.yaml line 1, column 2: End-of-input after first 1 byte");
  }

  @Test
  void refuses_a_second_yaml_document() {
    byte[] two = "a: 1\n---\nb: 1\n".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Json.yamlTree("a.yaml", two))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("a.yaml line 3, column");
  }

  private static JsonNode tree(String text) {
    return Json.tree("a.json", text.getBytes(StandardCharsets.UTF_8), "do something");
  }
}
