package magicbench.harness.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The header of a safetensors file, checked: every array's bytes are as many as its shape says, and
 * the arrays fill the data without hole or overlap. Faults are IllegalArgumentExceptions.
 */
record SafetensorsHeader(
    SortedMap<String, String> metadata, SortedMap<String, TensorPlace> places) {

  private static final String METADATA = "__metadata__";

  static SafetensorsHeader of(JsonNode header, long dataBytes) {
    require(header.isObject(), "header is no JSON object");
    SortedMap<String, String> metadata = new TreeMap<>();
    SortedMap<String, TensorPlace> places = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : header.properties()) {
      if (field.getKey().equals(METADATA)) {
        field.getValue().properties().forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
      } else {
        places.put(field.getKey(), place(field.getKey(), field.getValue()));
      }
    }
    checkCover(places, dataBytes);
    return new SafetensorsHeader(metadata, places);
  }

  private static TensorPlace place(String name, JsonNode node) {
    String type = node.path("dtype").asText();
    require(type.equals("F32"), "array " + name + " has the type '" + type + "', not F32");
    List<Long> shape = numbers(name, node.path("shape"));
    List<Long> offsets = numbers(name, node.path("data_offsets"));
    require(offsets.size() == 2, "array " + name + " has no data_offsets of two numbers");
    TensorPlace place = new TensorPlace(shape, offsets.get(0));
    require(
        endOf(name, place) == offsets.get(1),
        "array " + name + " of shape " + shape + " doesn't fit its bytes " + offsets);
    return place;
  }

  private static long endOf(String name, TensorPlace place) {
    try {
      return place.end();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "array " + name + " is too large, shape " + place.shape(), e);
    }
  }

  private static List<Long> numbers(String name, JsonNode node) {
    require(node.isArray(), "array " + name + " lacks shape or data_offsets");
    List<Long> numbers = new ArrayList<>();
    for (JsonNode number : node) {
      require(
          number.canConvertToLong() && number.isIntegralNumber() && number.longValue() >= 0,
          "array " + name + " has the size or offset " + number);
      numbers.add(number.longValue());
    }
    return numbers;
  }

  private static void checkCover(SortedMap<String, TensorPlace> places, long dataBytes) {
    List<Map.Entry<String, TensorPlace>> ordered = new ArrayList<>(places.entrySet());
    ordered.sort(
        Comparator.comparingLong((Map.Entry<String, TensorPlace> e) -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long next = 0;
    for (Map.Entry<String, TensorPlace> entry : ordered) {
      long begin = entry.getValue().begin();
      require(
          begin == next, "array " + entry.getKey() + " begins at byte " + begin + ", not " + next);
      next = entry.getValue().end();
    }
    require(
        next == dataBytes, "holds " + dataBytes + " bytes of data where its header says " + next);
  }

  private static void require(boolean holds, String fault) {
    if (!holds) {
      throw new IllegalArgumentException(fault);
    }
  }
}
