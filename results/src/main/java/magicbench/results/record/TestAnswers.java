package magicbench.results.record;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a record keeps the answers to a test part, whose labels are kept from us: a table with one
 * row an example, in the order of the file.
 */
public final class TestAnswers {

  /** The table of a data set's test part. */
  public static final String TABLE = "testAnswers";

  /** The table of MNLI's second test part. */
  public static final String MISMATCHED_TABLE = "testAnswersMismatched";

  private static final String COLUMN = "answer";

  private TestAnswers() {}

  /**
   * Answers as a table.
   *
   * @param answers one an example, in the words of the data set
   * @return the table
   */
  public static Table table(List<String> answers) {
    return new Table(answers.size(), new TreeMap<>(), new TreeMap<>(Map.of(COLUMN, answers)));
  }

  /**
   * The answers of a table.
   *
   * @param table that {@link #table} made
   * @return one an example
   * @throws IllegalArgumentException when the table has no such column
   */
  public static List<String> of(Table table) {
    return table.text(COLUMN);
  }
}
