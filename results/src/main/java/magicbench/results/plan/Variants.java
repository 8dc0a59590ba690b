package magicbench.results.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The settings of a kind of trial under one method: one for every combination of listed values. A
 * listed value that is an object with the field itself brings its other settings along.
 */
final class Variants {

  private Variants() {}

  static List<JsonNode> of(Scale.Experiment experiment, String method) {
    JsonNode own = experiment.methods().get(method);
    JsonNode base =
        own == null ? experiment.settings() : Overrides.merge(experiment.settings(), own);
    List<JsonNode> variants = List.of(base);
    for (Map.Entry<String, List<JsonNode>> listed : experiment.each().entrySet()) {
      variants = expanded(variants, listed.getKey(), values(own, listed));
    }
    return variants;
  }

  /** A method may list other values. */
  private static List<JsonNode> values(JsonNode own, Map.Entry<String, List<JsonNode>> listed) {
    JsonNode other = own == null ? null : own.get(listed.getKey());
    if (other == null) {
      return listed.getValue();
    }
    List<JsonNode> values = new ArrayList<>();
    other.forEach(values::add);
    return other.isArray() ? values : List.of(other);
  }

  private static List<JsonNode> expanded(
      List<JsonNode> variants, String field, List<JsonNode> values) {
    List<JsonNode> expanded = new ArrayList<>(variants.size() * values.size());
    for (JsonNode variant : variants) {
      for (JsonNode value : values) {
        expanded.add(
            value.has(field) ? Overrides.merge(variant, value) : with(variant, field, value));
      }
    }
    return expanded;
  }

  private static JsonNode with(JsonNode variant, String field, JsonNode value) {
    ObjectNode copy = variant.deepCopy();
    return copy.set(field, value);
  }
}
