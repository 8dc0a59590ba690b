package magicbench.harness.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.record.Table;

/** Collects a table's columns cell by cell. */
final class TableBuilder {

  private final SortedMap<String, List<Double>> numbers = new TreeMap<>();
  private final SortedMap<String, List<String>> texts = new TreeMap<>();
  private int rows;

  TableBuilder(List<String> numberColumns, List<String> textColumns) {
    numberColumns.forEach(name -> numbers.put(name, new ArrayList<>()));
    textColumns.forEach(name -> texts.put(name, new ArrayList<>()));
  }

  TableBuilder number(String column, double value) {
    numbers.get(column).add(value);
    return this;
  }

  TableBuilder text(String column, String value) {
    texts.get(column).add(value);
    return this;
  }

  void endRow() {
    rows++;
  }

  Table build() {
    return new Table(rows, numbers, texts);
  }
}
