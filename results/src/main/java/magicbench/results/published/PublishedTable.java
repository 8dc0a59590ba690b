package magicbench.results.published;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.claim.EvidenceGrade;
import magicbench.results.stats.GlueConvention;

/**
 * A table of other people's numbers.
 *
 * @param schemaVersion of the file format
 * @param id unique, for instance {@code glue-dev}
 * @param title what was measured, and on what
 * @param unit of all numbers
 * @param suites whose claims they may be read beside
 * @param columns data set and metric, with a dot between
 * @param rows one a model
 */
public record PublishedTable(
    int schemaVersion,
    String id,
    String title,
    String unit,
    List<String> suites,
    List<String> columns,
    List<Row> rows) {

  /** Keeps immutable copies. */
  public PublishedTable {
    suites = List.copyOf(suites);
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** How an average was taken. */
  public enum Convention {
    /** See {@link GlueConvention#BERT}. */
    @JsonProperty("bert")
    BERT(GlueConvention.BERT),
    /** See {@link GlueConvention#ROBERTA}. */
    @JsonProperty("roberta")
    ROBERTA(GlueConvention.ROBERTA),
    /** See {@link GlueConvention#ELECTRA}. */
    @JsonProperty("electra")
    ELECTRA(GlueConvention.ELECTRA),
    /** See {@link GlueConvention#NAS_BERT}. */
    @JsonProperty("nas-bert")
    NAS_BERT(GlueConvention.NAS_BERT);

    private final GlueConvention columns;

    Convention(GlueConvention columns) {
      this.columns = columns;
    }
  }

  /**
   * A model's numbers.
   *
   * @param model its name, as its table has it
   * @param size what is known of its size
   * @param scores one a column; null where none was printed
   * @param convention how the source averages, as far as it is known
   * @param printedAverage the average as printed; empty where none was
   * @param grade how well we know the row
   * @param source who printed it
   * @param note what a reader must know; may be empty
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Row(
      String model,
      String size,
      List<Double> scores,
      Optional<Convention> convention,
      Optional<Double> printedAverage,
      EvidenceGrade grade,
      String source,
      String note) {

    /** Keeps an immutable copy; what isn't given is empty. */
    public Row {
      scores = Collections.unmodifiableList(new ArrayList<>(scores));
      convention = Objects.requireNonNullElse(convention, Optional.empty());
      printedAverage = Objects.requireNonNullElse(printedAverage, Optional.empty());
    }
  }

  /**
   * The mean of a row's columns by its source's convention: our arithmetic on printed numbers.
   *
   * @param row one of the rows
   * @return empty where the convention is unknown or a column is missing
   */
  public OptionalDouble average(Row row) {
    SortedMap<String, Double> scores = new TreeMap<>();
    for (int column = 0; column < columns.size(); column++) {
      if (row.scores().get(column) != null) {
        scores.put(columns.get(column), row.scores().get(column));
      }
    }
    return row.convention()
        .filter(convention -> scores.keySet().containsAll(convention.columns.columns()))
        .map(convention -> OptionalDouble.of(convention.columns.average(scores)))
        .orElseGet(OptionalDouble::empty);
  }
}
