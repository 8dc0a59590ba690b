package magicbench.results.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings that only the caller knows, laid over a scale's: the device, the text's folder and
 * SHA-256s. They are part of a trial's id.
 *
 * @param settingsByKind a patch for each kind of trial: objects are merged, anything else replaces
 */
public record Overrides(SortedMap<String, JsonNode> settingsByKind) {

  /** Keeps an immutable, sorted copy. */
  public Overrides {
    SortedMap<String, JsonNode> copy = new TreeMap<>();
    settingsByKind.forEach((kind, patch) -> copy.put(kind, patch.deepCopy()));
    settingsByKind = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * Nothing laid over.
   *
   * @return no patch for any kind
   */
  public static Overrides none() {
    return new Overrides(Collections.emptySortedMap());
  }

  /**
   * Patches by kind.
   *
   * @param settingsByKind a patch for each kind of trial
   * @return the overrides
   */
  public static Overrides of(Map<String, ? extends JsonNode> settingsByKind) {
    return new Overrides(new TreeMap<>(settingsByKind));
  }

  /**
   * These and others, which go on top.
   *
   * @param others laid over these where both name a kind
   * @return all of them
   */
  public Overrides and(Overrides others) {
    SortedMap<String, JsonNode> all = new TreeMap<>(settingsByKind);
    others.settingsByKind.forEach((kind, patch) -> all.merge(kind, patch, Overrides::merge));
    return new Overrides(all);
  }

  /**
   * One folder of the caller's.
   *
   * @param kind the kind of trial that reads it
   * @param field the setting that names it
   * @param folder the folder; need not exist where one only plans
   * @return the folder's absolute path laid over that setting
   */
  static Overrides ofFolder(String kind, String field, Path folder) {
    String path = folder.toAbsolutePath().normalize().toString();
    return of(Map.of(kind, JsonNodeFactory.instance.objectNode().put(field, path)));
  }

  JsonNode applyTo(String kind, JsonNode settings) {
    JsonNode patch = settingsByKind.get(kind);
    return patch == null ? settings : merge(settings, patch);
  }

  static JsonNode merge(JsonNode base, JsonNode patch) {
    if (!(base instanceof ObjectNode) || !(patch instanceof ObjectNode)) {
      return patch.deepCopy();
    }
    ObjectNode merged = base.deepCopy();
    for (Map.Entry<String, JsonNode> entry : patch.properties()) {
      JsonNode old = merged.path(entry.getKey());
      merged.set(entry.getKey(), merge(old, entry.getValue()));
    }
    return merged;
  }
}
