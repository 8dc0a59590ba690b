package magicbench.harness.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;

/** Finds samplers and alignments by name. */
final class Services {

  private Services() {}

  /**
   * The service of a name.
   *
   * @param type the service
   * @param nameOf tells a provider's name
   * @param what what it is, for messages
   * @param name the name
   * @throws InputException when there is none
   */
  static <S> S named(Class<S> type, Function<S, String> nameOf, String what, String name) {
    TreeMap<String, S> found = new TreeMap<>();
    ServiceLoader.load(type).forEach(provider -> found.put(nameOf.apply(provider), provider));
    S service = found.get(name);
    if (service == null) {
      throw new InputException(
          what + " " + name,
          "is none of " + found.keySet(),
          "correct the claim or the scale, or add the jar that offers it to the class path");
    }
    return service;
  }

  /**
   * A service's own settings as a record.
   *
   * @throws IllegalArgumentException naming what is unknown, missing or out of range
   */
  static <T> T read(JsonNode settings, Class<T> type) {
    try {
      return Json.json().treeToValue(settings, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  /** Makes something of settings; a wrong setting is the scale's fault. */
  static <T> T made(String kind, String field, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "settings of " + kind + ", field " + field,
          "is not right (" + e.getMessage() + ")",
          "correct the scale's file",
          e);
    }
  }
}
