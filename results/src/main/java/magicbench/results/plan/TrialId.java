package magicbench.results.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import magicbench.results.file.Hashes;
import magicbench.results.file.Json;

/** The hash that names a trial: SHA-256 of its canonical JSON (keys sorted at every depth). */
final class TrialId {

  private static final int DIGITS = 32;

  private TrialId() {}

  static String of(String kind, String method, long seed, List<String> needs, JsonNode settings) {
    Map<String, Object> content =
        Map.of("kind", kind, "method", method, "seed", seed, "needs", needs, "settings", settings);
    byte[] text = Json.canonical(content).getBytes(StandardCharsets.UTF_8);
    return Hashes.sha256(text).substring(0, DIGITS);
  }
}
