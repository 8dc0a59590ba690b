package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.record.Table;

/** A table, cell by cell. */
final class TableBuilder {

  private final SortedMap<String, List<Double>> numbers = new TreeMap<>();
  private final SortedMap<String, List<String>> texts = new TreeMap<>();

  TableBuilder number(String column, double value) {
    numbers.computeIfAbsent(column, name -> new ArrayList<>()).add(value);
    return this;
  }

  TableBuilder text(String column, String value) {
    texts.computeIfAbsent(column, name -> new ArrayList<>()).add(value);
    return this;
  }

  Table build() {
    int rows = numbers.values().iterator().next().size();
    return new Table(rows, numbers, texts);
  }
}
