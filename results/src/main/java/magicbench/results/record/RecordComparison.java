package magicbench.results.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells whether two records measured the same, bit for bit; times and machines may differ. */
public final class RecordComparison {

  private RecordComparison() {}

  /**
   * Compares outcomes, metrics, curves and tables, but no metric or column whose name ends in
   * {@code Seconds} or {@code Millis}.
   *
   * @param a a record
   * @param b another
   * @return one line a difference; empty when every bit is the same
   */
  public static List<String> sameMeasurements(RunRecord a, RunRecord b) {
    List<String> differences = new ArrayList<>();
    compare("outcome", a.outcome(), b.outcome(), differences);
    compareAll("metric ", untimed(a.metrics()), untimed(b.metrics()), differences);
    compareAll("curve ", a.curves(), b.curves(), differences);
    compareAll("table ", columns(a), columns(b), differences);
    return List.copyOf(differences);
  }

  private static Map<String, Double> untimed(Map<String, Double> metrics) {
    Map<String, Double> untimed = new TreeMap<>(metrics);
    untimed.keySet().removeIf(RecordComparison::isTime);
    return untimed;
  }

  private static boolean isTime(String name) {
    return name.endsWith("Seconds") || name.endsWith("Millis");
  }

  private static Map<String, Object> columns(RunRecord record) {
    Map<String, Object> columns = new TreeMap<>();
    record
        .tables()
        .forEach(
            (name, table) -> {
              columns.put(name + " rows", table.rows());
              table.numbers().forEach((column, values) -> columns.put(name + "." + column, values));
              columns.keySet().removeIf(RecordComparison::isTime);
              table.texts().forEach((column, values) -> columns.put(name + "." + column, values));
            });
    return columns;
  }

  private static void compareAll(
      String prefix, Map<String, ?> a, Map<String, ?> b, List<String> differences) {
    SortedSet<String> names = new TreeSet<>(a.keySet());
    names.addAll(b.keySet());
    for (String name : names) {
      if (a.containsKey(name) && b.containsKey(name)) {
        compare(prefix + name, a.get(name), b.get(name), differences);
      } else {
        String side = a.containsKey(name) ? "first" : "second";
        differences.add(prefix + name + ": only in the " + side);
      }
    }
  }

  private static void compare(String name, Object a, Object b, List<String> differences) {
    if (Objects.equals(a, b)) {
      return;
    }
    if (a instanceof List<?> left && b instanceof List<?> right && left.size() == right.size()) {
      int at = firstDifference(left, right);
      differences.add(name + " row " + at + ": " + left.get(at) + " and " + right.get(at));
    } else if (a instanceof Curve left && b instanceof Curve right) {
      compare(name + " steps", left.steps(), right.steps(), differences);
      compare(name + " values", left.values(), right.values(), differences);
    } else {
      differences.add(name + ": " + a + " and " + b);
    }
  }

  private static int firstDifference(List<?> a, List<?> b) {
    int at = 0;
    while (a.get(at).equals(b.get(at))) {
      at++;
    }
    return at;
  }
}
