package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.DoseResponse.Level;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

/** The curve of a claim as a browser gets it. */
final class DoseResponseDataTest {

  private final List<RunRecord> records = Fixture.realistic().probes();
  private final Judgement judgement = Fixture.realistic().settled("A claim");
  private final Claim claim = judgement.claim();
  private final Evidence evidence = judgement.evidence().orElseThrow();

  private JsonNode spec(List<RunRecord> own) {
    return ExploredPlots.parse(DoseResponsePlot.explored(claim, evidence, own).json());
  }

  @Test
  void fits_its_schema_with_raw_rows_and_without() {
    assertThat(ExploredPlots.faults(spec(records))).isEmpty();
    assertThat(ExploredPlots.faults(spec(List.of()))).isEmpty();
  }

  @Test
  void holds_exactly_the_rows_that_the_drawing_shows() {
    List<Observation> drawn = Observation.thin(Observation.of(claim.metric(), records), 1500);

    assertThat(rows(spec(records)))
        .containsExactlyElementsOf(
            drawn.stream()
                .map(row -> new Row(row.trial(), row.seed(), row.cause(), row.outcome()))
                .toList());
  }

  @Test
  void holds_rows_of_the_csv_that_can_be_downloaded() throws Exception {
    List<Row> ofCsv = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.parse(
            PairsCsv.of(claim, records),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      parser.forEach(
          row ->
              ofCsv.add(
                  new Row(
                      row.get("trial"),
                      row.get("seed"),
                      Double.parseDouble(row.get(claim.metric().cause())),
                      Double.parseDouble(row.get(claim.metric().outcome())))));
    }

    assertThat(ofCsv).containsAll(rows(spec(records)));
  }

  private record Row(String trial, String seed, double cause, double outcome) {}

  /** As the script flattens them. */
  private static List<Row> rows(JsonNode spec) {
    return ExploredPlots.rows(spec).stream().flatMap(DoseResponseDataTest::flat).toList();
  }

  private static Stream<Row> flat(JsonNode trial) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < trial.get("cause").size(); i++) {
      rows.add(
          new Row(
              trial.get("trial").asText(),
              trial.get("seed").asText(),
              trial.get("cause").get(i).asDouble(),
              trial.get("outcome").get(i).asDouble()));
    }
    return rows.stream();
  }

  @Test
  void holds_the_mean_of_every_level() {
    assertThat(ExploredPlots.list(spec(records).at("/means")))
        .extracting(mean -> mean.get("value").asDouble())
        .containsExactlyElementsOf(evidence.curve().levels().stream().map(Level::mean).toList());
  }

  @Test
  void holds_no_raw_rows_where_there_are_none() {
    assertThat(spec(List.of()).get("rows")).isEmpty();
    assertThat(spec(List.of()).get("filters")).isEmpty();
  }

  @Test
  void is_the_same_whatever_the_order_of_the_records() {
    List<RunRecord> backwards = new ArrayList<>(records);
    Collections.reverse(backwards);

    assertThat(DoseResponsePlot.explored(claim, evidence, backwards).json())
        .isEqualTo(DoseResponsePlot.explored(claim, evidence, records).json());
  }
}
