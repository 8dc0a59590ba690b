package magicbench.ci.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table for a terminal: columns as wide as their widest cell, two spaces between them. */
final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... headings) {
    row(headings);
  }

  TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  void print(PrintWriter out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(row.get(column)).append(" ".repeat(padding(row, column) + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private int padding(List<String> row, int column) {
    int width =
        rows.stream()
            .filter(other -> column < other.size())
            .mapToInt(other -> other.get(column).length())
            .max()
            .orElse(0);
    return width - row.get(column).length();
  }
}
