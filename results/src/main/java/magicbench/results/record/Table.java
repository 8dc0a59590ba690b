package magicbench.results.record;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Raw observations by column.
 *
 * @param rows how many
 * @param numbers numeric columns by name, all values finite
 * @param texts text columns by name
 */
public record Table(
    int rows, SortedMap<String, List<Double>> numbers, SortedMap<String, List<String>> texts) {

  /**
   * Keeps immutable, sorted copies.
   *
   * @throws IllegalArgumentException when a column has another number of rows, or a number is NaN
   *     or infinite
   */
  public Table {
    numbers = copy(numbers);
    texts = copy(texts);
    int expected = rows;
    Stream.concat(numbers.entrySet().stream(), texts.entrySet().stream())
        .filter(column -> column.getValue().size() != expected)
        .forEach(
            column -> {
              throw new IllegalArgumentException(
                  "column "
                      + column.getKey()
                      + " has "
                      + column.getValue().size()
                      + " rows, not "
                      + expected);
            });
    numbers.forEach(Table::requireFinite);
  }

  private static void requireFinite(String name, List<Double> column) {
    int row = 0;
    for (double value : column) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("column " + name + " row " + row + " is " + value);
      }
      row++;
    }
  }

  /**
   * A numeric column.
   *
   * @param name its name
   * @return its values, one a row
   * @throws IllegalArgumentException when there is no such column
   */
  public double[] number(String name) {
    List<Double> column = numbers.get(name);
    if (column == null) {
      throw new IllegalArgumentException(
          "no numeric column " + name + ", only " + numbers.keySet());
    }
    return column.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * A text column.
   *
   * @param name its name
   * @return its values, one a row
   * @throws IllegalArgumentException when there is no such column
   */
  public List<String> text(String name) {
    List<String> column = texts.get(name);
    if (column == null) {
      throw new IllegalArgumentException("no text column " + name + ", only " + texts.keySet());
    }
    return column;
  }

  private static <T> SortedMap<String, List<T>> copy(SortedMap<String, List<T>> columns) {
    SortedMap<String, List<T>> copy = new TreeMap<>();
    columns.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    return Collections.unmodifiableSortedMap(copy);
  }
}
