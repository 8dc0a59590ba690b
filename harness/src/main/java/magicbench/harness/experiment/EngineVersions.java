package magicbench.harness.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;

/**
 * The engine's versions, read from its jars: the engine itself isn't loaded.
 *
 * @param binding version of the engine's Java binding (DJL)
 * @param natives version of the native library (PyTorch)
 * @param flavour what the natives were built for: {@code cpu}, or a CUDA version
 * @param tokenizers version of the tokenizer's native library
 */
public record EngineVersions(
    Optional<String> binding,
    Optional<String> natives,
    Optional<String> flavour,
    Optional<String> tokenizers) {

  /** The engine's name. */
  public static final String NAME = "PyTorch";

  /**
   * Reads what the class path holds.
   *
   * @return the versions; empty where a jar isn't there or doesn't say
   */
  public static EngineVersions read() {
    Properties natives = load("native/lib/pytorch.properties");
    Optional<String> binding =
        value(load("jnilib/pytorch.properties"), "jni_version")
            .map(version -> version.substring(version.indexOf('-') + 1));
    return new EngineVersions(
        binding,
        value(natives, "version"),
        value(natives, "flavor"),
        value(load("native/lib/tokenizers.properties"), "version"));
  }

  private static Properties load(String resource) {
    Properties properties = new Properties();
    try (InputStream in = EngineVersions.class.getClassLoader().getResourceAsStream(resource)) {
      if (in != null) {
        properties.load(in);
      }
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " can't be read from the class path", e);
    }
  }

  private static Optional<String> value(Properties properties, String key) {
    return Optional.ofNullable(properties.getProperty(key)).filter(text -> !text.isBlank());
  }

  /**
   * Whether the natives could use a GPU at all.
   *
   * @return false where they were built for the CPU only
   */
  public boolean mayUseGpu() {
    return !flavour.map(word -> word.startsWith("cpu")).orElse(false);
  }

  /**
   * All versions in one line.
   *
   * @return text that changes whenever one of them does
   */
  public String text() {
    return String.join(
        " ",
        NAME,
        binding.orElse("?"),
        natives.orElse("?"),
        flavour.orElse("?"),
        tokenizers.orElse("?"));
  }
}
