package magicbench.results.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.file.Hashes;

/** The hash that names a trial: SHA-256 of its canonical JSON (keys sorted at every depth). */
final class TrialId {

  private static final int DIGITS = 32;

  private static final ObjectMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private TrialId() {}

  static String of(String kind, String method, long seed, List<String> needs, JsonNode settings) {
    Map<String, Object> content = new TreeMap<>();
    content.put("kind", kind);
    content.put("method", method);
    content.put("seed", seed);
    content.put("needs", needs);
    content.put("settings", CANONICAL.convertValue(settings, Object.class));
    try {
      byte[] text = CANONICAL.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
      return Hashes.sha256(text).substring(0, DIGITS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings that were read as JSON can be written as JSON", e);
    }
  }
}
