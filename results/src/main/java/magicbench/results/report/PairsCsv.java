package magicbench.results.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Metric;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;

/** The raw rows that a claim's metric reads, as comma-separated values (RFC 4180, with LF). */
public final class PairsCsv {

  private PairsCsv() {}

  /**
   * Writes all rows, at all stages of training, of all records.
   *
   * @param claim the claim: its metric names the table
   * @param records the records; those without the table add no rows
   * @return columns {@code trial}, {@code method}, {@code seed}, then the table's columns by name,
   *     or the setting that is the cause and the record's figures by name where those are read;
   *     numbers are written in full
   */
  public static String of(Claim claim, Collection<RunRecord> records) {
    String name = claim.metric().table();
    if (name.equals(Metric.METRICS)) {
      return figures(claim.metric().cause(), records);
    }
    List<RunRecord> sorted =
        records.stream()
            .filter(record -> record.tables().containsKey(name))
            .sorted(Comparator.comparing(record -> record.trial().id()))
            .toList();
    SortedSet<String> columns = new TreeSet<>();
    sorted.forEach(record -> columns.addAll(record.tables().get(name).numbers().keySet()));
    sorted.forEach(record -> columns.addAll(record.tables().get(name).texts().keySet()));
    StringBuilder out = new StringBuilder();
    appendRow(out, Stream.concat(Stream.of("trial", "method", "seed"), columns.stream()));
    sorted.forEach(record -> appendRecord(out, record, record.tables().get(name), columns));
    return out.toString();
  }

  private static String figures(String setting, Collection<RunRecord> records) {
    SortedSet<String> names = new TreeSet<>();
    records.forEach(record -> names.addAll(record.metrics().keySet()));
    StringBuilder out = new StringBuilder();
    appendRow(out, Stream.concat(Stream.of("trial", "method", "seed", setting), names.stream()));
    records.stream()
        .sorted(Comparator.comparing(record -> record.trial().id()))
        .forEach(
            record ->
                appendRow(
                    out,
                    Stream.concat(
                        Stream.of(
                            record.trial().id(),
                            record.trial().method(),
                            Long.toString(record.trial().seed()),
                            record.trial().settings().path(setting).asText()),
                        names.stream().map(name -> figure(record, name)))));
    return out.toString();
  }

  /** Empty where it is unknown. */
  private static String figure(RunRecord record, String name) {
    Double value = record.metrics().get(name);
    return value == null ? "" : value.toString();
  }

  private static void appendRecord(
      StringBuilder out, RunRecord record, Table table, SortedSet<String> columns) {
    String trial = record.trial().id();
    String seed = Long.toString(record.trial().seed());
    IntStream.range(0, table.rows())
        .forEach(
            row ->
                appendRow(
                    out,
                    Stream.concat(
                        Stream.of(trial, record.trial().method(), seed),
                        columns.stream().map(column -> cell(table, column, row)))));
  }

  private static String cell(Table table, String column, int row) {
    if (table.numbers().containsKey(column)) {
      return table.numbers().get(column).get(row).toString();
    }
    return table.texts().containsKey(column) ? table.texts().get(column).get(row) : "";
  }

  /** Appends a line whose cells are quoted where they have to be. */
  static void appendRow(StringBuilder out, Stream<String> cells) {
    out.append(cells.map(PairsCsv::quote).collect(Collectors.joining(","))).append('\n');
  }

  private static String quote(String cell) {
    boolean isPlain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
