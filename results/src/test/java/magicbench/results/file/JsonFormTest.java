package magicbench.results.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormTest {

  static List<String> schemas() {
    return List.of(
        "claims",
        "scale",
        "plan",
        "record",
        "verdicts",
        "plot",
        "nas-bench-macro",
        "nas-bench-bert");
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void a_schema_obeys_the_draft_that_it_names(String name) throws IOException {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    String draft = SpecificationVersion.DRAFT_2020_12.getDialectId();

    assertThat(schema(name).get("$schema").textValue()).isEqualTo(draft);
    assertThat(registry.getSchema(SchemaLocation.of(draft)).validate(schema(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"claims", "scale", "plan", "record", "verdicts"})
  void a_schema_has_a_title_and_a_description_and_is_closed(String name) throws IOException {
    JsonNode schema = schema(name);

    assertThat(schema.get("title").textValue()).startsWith("magicbench ");
    assertThat(schema.get("description").textValue()).isNotBlank();
    assertThat(schema.get("additionalProperties").booleanValue()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void every_object_with_named_fields_is_closed(String name) throws IOException {
    List<JsonNode> objects =
        schema(name).findParents("properties").stream().filter(node -> node.has("type")).toList();

    assertThat(objects)
        .isNotEmpty()
        .allSatisfy(object -> assertThat(object.has("additionalProperties")).isTrue());
  }

  @Test
  void names_the_place_of_the_first_misfit_and_counts_the_rest() throws IOException {
    JsonNode tree = Json.json().readTree("{\"name\": \"A b\", \"statement\": \"s\", \"x\": 1}");

    assertThatThrownBy(() -> JsonForm.of("scale").check("a.yaml", tree, "correct it"))
        .isInstanceOf(InputException.class)
        .hasMessageMatching("a.yaml /name: .* \\(and \\d more\\); correct it");
  }

  @Test
  void refuses_an_empty_file() throws IOException {
    JsonNode nothing = Json.json().readTree("");

    assertThatThrownBy(() -> JsonForm.of("scale").check("a.yaml", nothing, "correct it"))
        .isInstanceOf(InputException.class);
  }

  @Test
  void accepts_what_fits() throws IOException {
    JsonNode tree =
        Json.json()
            .readTree(
                "{\"name\": \"s\", \"statement\": \"s\", \"assumedFlopsPerSecond\": 1,"
                    + " \"workers\": 1, \"experiments\": {\"a\": {\"seeds\": [], \"needs\": [],"
                    + " \"settings\": {}}}}");

    assertThatCode(() -> JsonForm.of("scale").check("a.yaml", tree, "")).doesNotThrowAnyException();
  }

  private static JsonNode schema(String name) throws IOException {
    return Json.json()
        .readTree(JsonFormTest.class.getResource("/magicbench/schema/" + name + ".schema.json"));
  }
}
