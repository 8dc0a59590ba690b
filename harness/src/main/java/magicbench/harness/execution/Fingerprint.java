package magicbench.harness.execution;

import java.nio.charset.StandardCharsets;
import magicbench.results.file.Hashes;
import magicbench.results.file.Json;

/**
 * What can move a result without being part of the trial.
 *
 * @param code SHA-256 over the class files that can move a result
 * @param inputs SHA-256 over what the trial and its needs read from outside
 * @param engine versions of the engine's binding and natives
 * @param random versions of the random number generators
 * @param architecture of the processor, as {@code os.arch} tells it
 * @param device {@code cpu} or {@code gpu}
 * @param threads that one tensor operation may use
 */
record Fingerprint(
    String code,
    String inputs,
    String engine,
    String random,
    String architecture,
    String device,
    int threads) {

  private static final int DIGITS = 16;

  /** The name of the folder that keeps what was made under these conditions. */
  String folderName() {
    byte[] text = Json.write(this).getBytes(StandardCharsets.UTF_8);
    return Hashes.sha256(text).substring(0, DIGITS);
  }
}
