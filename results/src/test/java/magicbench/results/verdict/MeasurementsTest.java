package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

  private static final World WORLD = World.ofNoise().withSeeds(2).withFloor(0.5);

  @Test
  void pairs_interventions_by_place_and_leaves_out_those_without_a_partner() {
    Table interventions =
        intervention(
                intervention(
                    intervention(new TableBuilder(), 0, 1, "before", 0.5), 0, 1, "after", 0.3),
                0,
                2,
                "before",
                0.9)
            .build();

    Map<String, Double> found = measure(WORLD, "interventions", interventions);

    assertThat(found.get("gradientCosine, operator swapped before the shared one"))
        .isCloseTo(0.7, within(1e-12));
    assertThat(found.get("gradientCosine, operator swapped after the shared one"))
        .isCloseTo(0.3, within(1e-12));
    assertThat(found.get("gradientCosine, swapped before minus after, paired"))
        .isCloseTo(0.2, within(1e-12));
  }

  private static TableBuilder intervention(
      TableBuilder table, int base, int layer, String side, double cosine) {
    return table
        .number("trainedShare", 1)
        .number("base", base)
        .number("layer", layer)
        .number("gradientCosine", cosine)
        .text("operator", "ffn")
        .text("side", side);
  }

  @Test
  void shows_the_noise_floor_and_the_losses() {
    Map<String, Double> found = measure(WORLD.records());

    assertThat(found)
        .containsEntry("noise floor: one child model, independent batches", 0.5)
        .containsEntry("validationLoss (nats per token)", 3.0)
        .containsEntry("share by which validationLoss lies below unigramEntropy", 0.5);
  }

  @Test
  void shows_the_mean_cosine_at_the_fewest_and_the_most_differences() {
    Table pairs =
        new TableBuilder()
            .number("trainedShare", 1)
            .number("differences", 1)
            .number("gradientCosine", 0.8)
            .number("trainedShare", 1)
            .number("differences", 10)
            .number("gradientCosine", 0.1)
            .number("trainedShare", 1)
            .number("differences", 2)
            .number("gradientCosine", 0.6)
            .build();

    assertThat(measure(WORLD, "pairs", pairs))
        .containsEntry("mean gradient cosine, differences 1", 0.8)
        .containsEntry("mean gradient cosine, differences 10", 0.1)
        .doesNotContainKey("mean gradient cosine, differences 2");
  }

  @Test
  void leaves_out_what_records_do_not_hold() {
    assertThat(measure(WORLD.records()))
        .doesNotContainKey("unigramCrossEntropy (nats per token)")
        .doesNotContainKey("gradientCosine, swapped before minus after, paired");
  }

  @Test
  void counts_the_rows_that_were_left_out_as_undefined() {
    List<RunRecord> records =
        WORLD.records().stream()
            .map(record -> World.withMetric(record, "undefinedRows", 3))
            .toList();

    assertThat(measure(records))
        .containsEntry(
            "rows left out of the tables of all stages, since a cosine was undefined", 6.0);
  }

  @Test
  void says_nothing_of_undefined_rows_where_there_were_none() {
    List<RunRecord> records =
        WORLD.records().stream()
            .map(record -> World.withMetric(record, "undefinedRows", 0))
            .toList();

    assertThat(measure(records).keySet()).noneMatch(name -> name.contains("left out"));
  }

  @Test
  void keeps_intervals_of_mean_cosines_within_their_range() {
    Inquiry inquiry =
        new Inquiry(Claims.falls(), "bench", World.ofNoise().withSeeds(2).withFloor(1).records());

    assertThat(Measurements.of(inquiry))
        .filteredOn(estimate -> estimate.name().contains("cosine"))
        .isNotEmpty()
        .allSatisfy(
            estimate -> {
              assertThat(estimate.bounds().high()).isLessThanOrEqualTo(1);
              assertThat(estimate.bounds().low()).isGreaterThanOrEqualTo(-1);
            });
  }

  private static Map<String, Double> measure(World world, String name, Table table) {
    return measure(World.withTable(world.records(), name, table));
  }

  private static Map<String, Double> measure(List<RunRecord> records) {
    return Measurements.of(new Inquiry(Claims.falls(), "bench", records)).stream()
        .collect(Collectors.toMap(Estimate::name, Estimate::value));
  }
}
