package magicbench.results.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;

/** The shape that a file of one form must have: a JSON Schema of the folder {@code schema}. */
public final class JsonForm {

  private final Schema schema;

  private JsonForm(Schema schema) {
    this.schema = schema;
  }

  /**
   * Loads a schema.
   *
   * @param name the schema's name, for instance {@code claims} for {@code claims.schema.json}
   * @return the form
   */
  public static JsonForm of(String name) {
    String resource = "/magicbench/schema/" + name + ".schema.json";
    try (InputStream in = JsonForm.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return new JsonForm(registry().getSchema(in));
    } catch (IOException e) {
      throw new IllegalStateException("unreadable resource " + resource, e);
    }
  }

  private static SchemaRegistry registry() {
    SchemaRegistryConfig english = SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build();
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(english));
  }

  /**
   * Checks a file's content.
   *
   * @param where the file, for the message
   * @param tree its content
   * @param remedy what to do about a file that doesn't fit
   * @throws InputException naming the JSON pointer of the first misfit, and how many follow
   */
  public void check(String where, JsonNode tree, String remedy) {
    List<Error> misfits = schema.validate(tree);
    if (!misfits.isEmpty()) {
      Error first = misfits.get(0);
      String more = misfits.size() == 1 ? "" : " (and " + (misfits.size() - 1) + " more)";
      throw new InputException(
          (where + " " + first.getInstanceLocation()).strip(), first.getMessage() + more, remedy);
    }
  }
}
