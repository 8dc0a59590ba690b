package magicbench.results.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import magicbench.results.file.Hashes;
import magicbench.results.file.Json;

/** The hash that names a trial: SHA-256 of its canonical JSON (keys sorted at every depth). */
final class TrialId {

  private static final int DIGITS = 32;

  private TrialId() {}

  /**
   * The hash.
   *
   * @param settings as canonical JSON, which the whole's canonical JSON holds as it stands
   */
  static String of(String kind, String method, long seed, List<String> needs, String settings) {
    String text =
        "{\"kind\":%s,\"method\":%s,\"needs\":%s,\"seed\":%d,\"settings\":%s}"
            .formatted(
                Json.canonical(kind),
                Json.canonical(method),
                Json.canonical(needs),
                seed,
                settings);
    return Hashes.sha256(text.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }
}
