package magicbench.results.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimFile;
import magicbench.results.file.Json;

/** Claims, scales and settings for the tests of this package. */
final class PlanFixtures {

  private PlanFixtures() {}

  static List<Claim> claims() throws IOException {
    try (InputStream in =
        PlanFixtures.class.getResourceAsStream("/magicbench/results/claim/claims.yaml")) {
      return ClaimFile.read("claims.yaml", in);
    }
  }

  /** The same claims, as they would be in another suite. */
  static List<Claim> claimsOf(String suite) throws IOException {
    String renamed =
        text("/magicbench/results/claim/claims.yaml")
            .replace("suite: interference", "suite: " + suite)
            .replaceAll("id: (interference|similarity)", "id: " + suite);
    return ClaimFile.read(
        suite + ".yaml", new ByteArrayInputStream(renamed.getBytes(StandardCharsets.UTF_8)));
  }

  static Scale scale() throws IOException {
    return ScaleFile.read("scale.yaml", text("scale.yaml").getBytes(StandardCharsets.UTF_8));
  }

  static String text(String name) throws IOException {
    try (InputStream in = PlanFixtures.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static Scale scaleOf(Map<String, Scale.Experiment> experiments) {
    return new Scale("made", "A test's.", 1e9, 2, new TreeMap<>(experiments));
  }

  static Scale.Experiment experiment(List<Long> seeds, String... needs) {
    return new Scale.Experiment(seeds, List.of(needs), json("{}"));
  }

  static JsonNode json(String text) {
    try {
      return Json.json().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
