package magicbench.harness.search;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.space.Architecture;

/**
 * How long a forward pass takes, as the sum of what its parts took when they were measured one by
 * one, as NAS-BERT adds them up. It holds for the device and the batch that were measured.
 *
 * @param sharedMillis embedding and output, which all child models share, in milliseconds
 * @param operatorMillis a layer of each operator by its name, in milliseconds
 */
public record LatencyTable(double sharedMillis, SortedMap<String, Double> operatorMillis) {

  /**
   * Keeps an immutable copy.
   *
   * @throws IllegalArgumentException when a time is missing, negative or not finite
   */
  public LatencyTable {
    if (operatorMillis == null || operatorMillis.containsValue(null)) {
      throw new IllegalArgumentException("operatorMillis lacks a time");
    }
    operatorMillis = Collections.unmodifiableSortedMap(new TreeMap<>(operatorMillis));
    requireTime("sharedMillis", sharedMillis);
    operatorMillis.forEach(LatencyTable::requireTime);
  }

  private static void requireTime(String name, double millis) {
    if (!(millis >= 0 && millis < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " is " + millis + "; it must be 0 or above");
    }
  }

  /**
   * The time of one child model: the same, bit for bit, for any order of its layers.
   *
   * @param child a child model of the space that was measured
   * @return milliseconds
   * @throws IllegalArgumentException when an operator of it wasn't measured
   */
  public double millis(Architecture child) {
    for (String operator : child.operators()) {
      if (!operatorMillis.containsKey(operator)) {
        throw new IllegalArgumentException(
            "operator " + operator + " was not measured; there are " + operatorMillis.keySet());
      }
    }
    double millis = sharedMillis;
    for (Map.Entry<String, Double> operator : operatorMillis.entrySet()) {
      millis += Collections.frequency(child.operators(), operator.getKey()) * operator.getValue();
    }
    return millis;
  }
}
