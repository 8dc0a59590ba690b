package magicbench.results.claim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;

/** Reads a suite's {@code claims.yaml}; its shape is {@code claims.schema.json}. */
public final class ClaimFile {

  private static final int MAX_BYTES = 1 << 20;
  private static final JsonForm FORM = JsonForm.of("claims");

  private ClaimFile() {}

  /**
   * Reads the claims of one suite.
   *
   * @param where the file's name, for messages
   * @param yaml the file's content, UTF-8, at most 1 MiB; the caller closes it
   * @return the claims, in the file's order
   * @throws InputException when the file breaks the schema or a rule that a schema can't say: an id
   *     twice, a tolerance that its formula doesn't give, a version without its line of changes, a
   *     value of unknown grade
   */
  public static List<Claim> read(String where, InputStream yaml) {
    return read(where, BoundedInput.read(where, yaml, MAX_BYTES));
  }

  static List<Claim> read(String where, byte[] yaml) {
    JsonNode file = Json.yamlTree(where, yaml);
    FORM.check(where, file, "correct the claim");
    List<Claim> claims = new ArrayList<>();
    for (JsonNode entry : file.get("claims")) {
      JsonNode claim = ((ObjectNode) entry).set("suite", file.get("suite"));
      claims.add(Json.as(where + " /claims/" + claims.size(), claim, Claim.class));
    }
    new ClaimRules(where).check(claims);
    return List.copyOf(claims);
  }
}
