package magicbench.results.own;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;

/**
 * A public table of child models trained alone, in the JSON that its authors publish. Its form is
 * told by its outermost value: an object is NAS-Bench-Macro, a list is NAS-Bench-BERT.
 */
final class PublicTable {

  private static final int MOST_BYTES = 16 << 20;
  private static final String REMEDY =
      "take NAS-Bench-Macro or NAS-Bench-BERT as published, or write comma-separated values";

  private PublicTable() {}

  /** Whether a file is to be read as one: its name ends in {@code .json}. */
  static boolean is(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
  }

  /**
   * Reads one.
   *
   * @param file at most 16 MiB; no published one has more than 2
   * @param column which of its figures is the score; empty for the one it was made for
   * @throws InputException naming JSON pointer or line of what is wrong
   */
  static ScoreTable read(Path file, Optional<String> column) {
    String where = file.toString();
    byte[] bytes = BoundedInput.read(file, MOST_BYTES);
    JsonNode tree = Json.tree(where, bytes, REMEDY);
    List<ScoreTable.Row> rows =
        tree.isArray()
            ? NasBenchBert.rows(where, tree, column, REMEDY)
            : NasBenchMacro.rows(where, tree, column, REMEDY);
    return new ScoreTable(file, Hashes.sha256(bytes), rows);
  }

  /**
   * Reads NAS-Bench-Macro.
   *
   * @param file at most 16 MiB
   * @throws InputException naming JSON pointer or line of what is wrong
   */
  static MacroTruth macro(Path file) {
    String where = file.toString();
    String remedy = "take NAS-Bench-Macro as published";
    byte[] bytes = BoundedInput.read(file, MOST_BYTES);
    JsonNode tree = Json.tree(where, bytes, remedy);
    return new MacroTruth(file, Hashes.sha256(bytes), NasBenchMacro.entries(where, tree, remedy));
  }

  /**
   * Which figure is the score.
   *
   * @param offered those that can be; the first is taken where none is named
   * @throws InputException when another one is named
   */
  static String figure(String where, Optional<String> column, List<String> offered) {
    String figure = column.orElse(offered.get(0));
    if (!offered.contains(figure)) {
      throw new InputException(
          where,
          "has no score " + figure + ", only " + offered,
          "name one of them as the truth's column, or none for " + offered.get(0));
    }
    return figure;
  }
}
