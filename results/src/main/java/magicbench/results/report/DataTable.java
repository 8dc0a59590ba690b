package magicbench.results.report;

import java.util.ArrayList;
import java.util.List;

/** A table with a caption, scoped headers and a first column that names the row. */
final class DataTable {

  private final String caption;
  private final List<String> headers;
  private final List<Tag> rows = new ArrayList<>();

  DataTable(String caption, String... headers) {
    this.caption = caption;
    this.headers = List.of(headers);
  }

  /** A table with one more column: in each row what leads to the records behind it. */
  static DataTable traced(String caption, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Computed from");
    return new DataTable(caption, all.toArray(String[]::new));
  }

  /** Adds a row of a traced table. */
  DataTable tracedRow(Tag source, Node... cells) {
    List<Node> all = new ArrayList<>(List.of(cells));
    all.add(source);
    return row(all.toArray(Node[]::new));
  }

  /** Adds a row; the first cell is its header. */
  DataTable row(Node... cells) {
    if (cells.length != headers.size()) {
      throw new IllegalArgumentException(cells.length + " cells under " + headers);
    }
    Tag row = Tag.of("tr").with("role", "row");
    for (int i = 0; i < cells.length; i++) {
      Tag cell = i == 0 ? Tag.of("th").with("scope", "row") : Tag.of("td");
      row.add(
          cell.with("role", i == 0 ? "rowheader" : "cell")
              .with("data-label", headers.get(i))
              .add(cells[i]));
    }
    rows.add(row);
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** A table that scrolls sideways where the screen is narrow. */
  Tag scrolling() {
    return Tag.of("div")
        .with("class", "scroll")
        .with("role", "region")
        .with("aria-label", caption)
        .with("tabindex", "0")
        .add(table());
  }

  /** A table whose rows become cards where the screen is narrow. */
  Tag cards() {
    return table().with("class", "cards");
  }

  private Tag table() {
    Tag head = Tag.of("tr").with("role", "row");
    headers.forEach(
        header -> head.add(Tag.of("th", header).with("scope", "col").with("role", "columnheader")));
    return Tag.of("table")
        .with("role", "table")
        .add(
            Tag.of("caption", caption),
            Tag.of("thead").with("role", "rowgroup").add(head),
            Tag.of("tbody").with("role", "rowgroup").add(rows));
  }
}
