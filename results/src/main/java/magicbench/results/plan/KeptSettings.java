package magicbench.results.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import magicbench.results.file.Json;

/**
 * Settings that many trials share, with the text that is hashed: trials that differ in their seeds
 * alone would else keep and write them once each. Nobody changes them: a trial hands out copies.
 */
@SuppressWarnings("unchecked") // what ObjectNode's deepCopy returns
final class KeptSettings extends ObjectNode {

  private static final long serialVersionUID = 1L;

  private final String text;

  private KeptSettings(ObjectNode read, String text) {
    super(JsonNodeFactory.instance);
    setAll(read);
    this.text = text;
  }

  /**
   * Settings to share.
   *
   * @param settings as a scale and the caller's overrides make them
   * @return the same content; what is no object stays as it is
   */
  static JsonNode of(JsonNode settings) {
    String text = Json.canonical(settings);
    return read(text) instanceof ObjectNode object ? new KeptSettings(object, text) : settings;
  }

  /** Settings as a plan's file gives them back, however their tree was built. */
  static JsonNode read(String text) {
    return Json.tree("settings", text.getBytes(StandardCharsets.UTF_8), "report this");
  }

  /** Canonical JSON of settings. */
  static String text(JsonNode settings) {
    return settings instanceof KeptSettings kept ? kept.text : Json.canonical(settings);
  }
}
