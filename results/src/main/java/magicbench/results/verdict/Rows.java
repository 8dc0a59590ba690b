package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;

/** Chosen rows of one table, over the records of several super-net seeds, record by record. */
final class Rows {

  static final String TRAINED_SHARE = "trainedShare";

  private final String reader;
  private final String tableName;
  private final List<RunRecord> records;
  private final int[] recordOf;
  private final int[] rowOf;

  private Rows(
      String reader, String tableName, List<RunRecord> records, int[] recordOf, int[] rowOf) {
    this.reader = reader;
    this.tableName = tableName;
    this.records = records;
    this.recordOf = recordOf;
    this.rowOf = rowOf;
  }

  /**
   * All rows of a table.
   *
   * @param reader who reads them, for messages, for instance {@code claim interference.grows}
   * @throws InputException when a record lacks the table
   */
  static Rows of(String reader, String tableName, List<RunRecord> records) {
    IntStream.Builder recordOf = IntStream.builder();
    IntStream.Builder rowOf = IntStream.builder();
    for (int record = 0; record < records.size(); record++) {
      int rows = requireTable(reader, tableName, records.get(record)).rows();
      for (int row = 0; row < rows; row++) {
        recordOf.add(record);
        rowOf.add(row);
      }
    }
    return new Rows(
        reader, tableName, records, recordOf.build().toArray(), rowOf.build().toArray());
  }

  private static Table requireTable(String reader, String tableName, RunRecord record) {
    Table table = record.tables().get(tableName);
    if (table == null) {
      throw new InputException(
          reader,
          "trial " + record.trial().id() + " has no table " + tableName,
          "name one of " + record.tables().keySet() + ", or run the trial again");
    }
    return table;
  }

  int size() {
    return rowOf.length;
  }

  int seeds() {
    return records.size();
  }

  /** The number of each row's super-net seed, from 0, in the order of the records. */
  int[] seedOf() {
    return recordOf.clone();
  }

  /** Whether every record has these columns, numeric or text. */
  boolean have(String... columns) {
    return records.stream()
        .map(record -> record.tables().get(tableName))
        .allMatch(table -> Arrays.stream(columns).allMatch(column -> has(table, column)));
  }

  private static boolean has(Table table, String column) {
    return table.numbers().containsKey(column) || table.texts().containsKey(column);
  }

  /** The shares of training that every record has rows of, rising. */
  List<Double> shares() {
    double[] shares = numbers(TRAINED_SHARE);
    List<Double> common = new ArrayList<>();
    for (double share : Arrays.stream(shares).sorted().distinct().toArray()) {
      boolean fresh = common.isEmpty() || !Metric.isSameShare(common.get(common.size() - 1), share);
      if (fresh && seedsAt(shares, share) == records.size()) {
        common.add(share);
      }
    }
    return common;
  }

  private long seedsAt(double[] shares, double share) {
    return IntStream.range(0, shares.length)
        .filter(i -> Metric.isSameShare(shares[i], share))
        .map(i -> recordOf[i])
        .distinct()
        .count();
  }

  /**
   * The rows measured after a share of training.
   *
   * @throws InputException when a record has none
   */
  Rows at(double trainedShare) {
    double[] shares = numbers(TRAINED_SHARE);
    Rows chosen = where(i -> Metric.isSameShare(shares[i], trainedShare));
    chosen.requireEverySeed(TRAINED_SHARE + " " + Numbers.plain(trainedShare), shares);
    return chosen;
  }

  private void requireEverySeed(String what, double[] found) {
    for (int record = 0; record < records.size(); record++) {
      int wanted = record;
      if (Arrays.stream(recordOf).noneMatch(seed -> seed == wanted)) {
        String id = records.get(record).trial().id();
        throw new InputException(
            reader,
            "table " + tableName + " of trial " + id + " has no rows at " + what,
            "probe there too; measured were " + Labels.ofNumbers(found).names());
      }
    }
  }

  /**
   * The rows whose text column holds a value.
   *
   * @throws InputException when a record has none
   */
  Rows with(String column, String value) {
    List<String> texts = texts(column);
    Rows chosen = where(i -> texts.get(i).equals(value));
    SortedSet<String> found = new TreeSet<>(texts);
    if (Arrays.stream(chosen.recordOf).distinct().count() < records.size()) {
      throw new InputException(
          reader,
          "table " + tableName + " has no rows with " + column + " " + value + " in some records",
          "measure it; found were " + found);
    }
    return chosen;
  }

  /** The rows whose numbers are kept; a seed may be left with none. */
  Rows where(IntPredicate kept) {
    int[] chosen = IntStream.range(0, rowOf.length).filter(kept).toArray();
    return new Rows(
        reader,
        tableName,
        records,
        Arrays.stream(chosen).map(i -> recordOf[i]).toArray(),
        Arrays.stream(chosen).map(i -> rowOf[i]).toArray());
  }

  /**
   * A numeric column.
   *
   * @throws InputException when a record lacks it or a value is not finite
   */
  double[] numbers(String column) {
    double[] values = new double[rowOf.length];
    for (int i = 0; i < values.length; i++) {
      List<Double> numbers = table(i).numbers().get(column);
      if (numbers == null) {
        throw unknownColumn("numeric", column, i);
      }
      values[i] = numbers.get(rowOf[i]);
      requireFinite(column, i, values[i]);
    }
    return values;
  }

  private void requireFinite(String column, int i, double value) {
    if (!Double.isFinite(value)) {
      String id = records.get(recordOf[i]).trial().id();
      throw new InputException(
          reader,
          "row "
              + rowOf[i]
              + " of "
              + tableName
              + "."
              + column
              + " in trial "
              + id
              + " is "
              + value,
          "run the trial again; a row that could not be measured must be left out of the record");
    }
  }

  /**
   * A text column.
   *
   * @throws InputException when a record lacks it
   */
  List<String> texts(String column) {
    List<String> values = new ArrayList<>(rowOf.length);
    for (int i = 0; i < rowOf.length; i++) {
      List<String> texts = table(i).texts().get(column);
      if (texts == null) {
        throw unknownColumn("text", column, i);
      }
      values.add(texts.get(rowOf[i]));
    }
    return values;
  }

  /** The mean of a numeric column within each seed; NaN for a seed without rows. */
  double[] meanPerSeed(String column) {
    double[] values = numbers(column);
    return IntStream.range(0, records.size()).mapToDouble(seed -> mean(values, seed)).toArray();
  }

  private double mean(double[] values, int seed) {
    return IntStream.range(0, values.length)
        .filter(i -> recordOf[i] == seed)
        .mapToDouble(i -> values[i])
        .average()
        .orElse(Double.NaN);
  }

  /** A column, numeric or text, as categories. */
  Labels by(String column) {
    boolean numeric =
        records.stream()
            .allMatch(record -> record.tables().get(tableName).numbers().containsKey(column));
    return numeric ? Labels.ofNumbers(numbers(column)) : Labels.ofTexts(texts(column));
  }

  /** The combinations of several columns' values; one category when there are no columns. */
  Labels by(List<String> columns) {
    Labels labels = Labels.none(rowOf.length);
    return columns.isEmpty()
        ? labels
        : columns.stream().map(this::by).reduce(Labels::cross).orElse(labels);
  }

  private Table table(int i) {
    return records.get(recordOf[i]).tables().get(tableName);
  }

  private InputException unknownColumn(String kind, String column, int i) {
    SortedSet<String> known = new TreeSet<>(table(i).numbers().keySet());
    known.addAll(table(i).texts().keySet());
    return new InputException(
        reader,
        "table " + tableName + " has no " + kind + " column " + column,
        "name one of " + known);
  }
}
