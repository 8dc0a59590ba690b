package magicbench.results.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.Json;

/**
 * A plot that can be explored, as the site's script reads it (schema {@code plot}): rows with exact
 * numbers and with the texts that tables show, and how they are told apart. It holds no colours and
 * no sizes.
 */
final class PlotData {

  /** How rows are drawn. */
  enum Kind {
    /**
     * Rows under each other: {@code row} up, {@code value}, {@code low} and {@code high} across.
     */
    FOREST("forest"),
    /** {@code value}, {@code low} and {@code high} up, {@code cost} across. */
    TRADE_OFF("trade-off"),
    /** Means like a trade-off's rows; raw rows as lists, a row a trial. */
    DOSE_RESPONSE("dose-response");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  private final SortedMap<String, Object> content = new TreeMap<>();
  private final List<Map<String, String>> columns = new ArrayList<>();
  private final List<Map<String, Object>> filters = new ArrayList<>();

  /**
   * An empty plot.
   *
   * @param kind how it is drawn
   * @param description for those who can't see it
   */
  PlotData(Kind kind, String description) {
    content.put("kind", kind.word);
    content.put("description", description);
    content.put("columns", columns);
    content.put("filters", filters);
    content.put("group", "");
    content.put("lines", List.of());
    content.put("means", List.of());
    content.put("rows", List.of());
    content.put("x", "");
    content.put("y", "");
  }

  /** What stands along the axes; empty where the rows' names do. */
  PlotData axes(String x, String y) {
    content.put("x", x);
    content.put("y", y);
    return this;
  }

  PlotData rows(List<Map<String, Object>> rows) {
    content.put("rows", rows);
    return this;
  }

  PlotData means(List<Map<String, Object>> means) {
    content.put("means", means);
    return this;
  }

  /** The field whose values have a colour each and stand in the legend. */
  PlotData group(String field) {
    content.put("group", field);
    return this;
  }

  /** A dashed line across, with what it is. */
  PlotData line(double at, String label) {
    content.put("lines", List.of(Map.of("at", at, "label", label)));
    return this;
  }

  /** What a row tells who points at it, one below another. */
  PlotData column(String field, String title) {
    columns.add(new TreeMap<>(Map.of("field", field, "title", title)));
    return this;
  }

  /** Lets readers choose which values of a field they see. */
  PlotData filter(String field, String label, Collection<String> values) {
    filters.add(
        new TreeMap<>(Map.of("field", field, "label", label, "values", List.copyOf(values))));
    return this;
  }

  /** A number as JSON can hold it: null where it is undefined or without end. */
  static Object number(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** The plot on one line, the same for equal rows. */
  String json() {
    return Json.canonical(content);
  }
}
