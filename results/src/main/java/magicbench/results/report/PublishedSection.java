package magicbench.results.report;

import java.util.ArrayList;
import java.util.List;
import magicbench.results.published.PublishedTable;

/** What others printed, for a reader to hold beside a claim's own numbers. */
final class PublishedSection {

  private static final String NOT_PRINTED = "\u2013";

  private PublishedSection() {}

  /** The tables of a suite, a section each; none where it has none. */
  static List<Tag> of(String suite, List<PublishedTable> tables) {
    return tables.stream()
        .filter(table -> table.suites().contains(suite))
        .map(PublishedSection::section)
        .toList();
  }

  private static Tag section(PublishedTable table) {
    return Page.section("published-" + table.id(), "Published elsewhere: " + table.title())
        .add(
            Tag.of(
                    "p",
                    "Numbers that other people printed for models of other sizes, data and recipes,"
                        + " in "
                        + table.unit()
                        + ". No verdict here rests on them, and no number of ours compares with"
                        + " them.")
                .with("class", "note"),
            rows(table).scrolling());
  }

  private static DataTable rows(PublishedTable table) {
    List<String> headers = new ArrayList<>(List.of("Model"));
    headers.addAll(table.columns());
    headers.addAll(
        List.of("Printed average", "Our average of these", "Grade", "Source", "Size", "Note"));
    DataTable shown = new DataTable(table.title(), headers.toArray(String[]::new));
    table.rows().forEach(row -> shown.row(cells(table, row)));
    return shown;
  }

  private static Node[] cells(PublishedTable table, PublishedTable.Row row) {
    List<Node> cells = new ArrayList<>(List.of(Phrases.text(row.model())));
    row.scores().forEach(score -> cells.add(number(score, 1)));
    cells.add(number(row.printedAverage().orElse(null), 1));
    cells.add(
        table.average(row).isPresent()
            ? number(table.average(row).getAsDouble(), 2)
            : Phrases.text(NOT_PRINTED));
    cells.add(Phrases.text(Words.grade(row.grade())));
    cells.add(Phrases.text(row.source()));
    cells.add(Phrases.text(row.size()));
    cells.add(Phrases.text(row.note().isEmpty() ? NOT_PRINTED : row.note()));
    return cells.toArray(Node[]::new);
  }

  private static Tag number(Double value, int decimals) {
    return value == null ? Phrases.text(NOT_PRINTED) : Numbers.tag(value, decimals);
  }
}
