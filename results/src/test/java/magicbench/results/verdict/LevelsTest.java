package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import magicbench.results.claim.Claim;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.stats.Interval;
import magicbench.results.stats.TestResult;
import org.junit.jupiter.api.Test;

class LevelsTest {

  private static final World TWO_SEEDS = World.ofNoise().withSeeds(2);

  @Test
  void takes_the_few_values_of_a_discrete_cause_as_they_are() {
    DoseResponse curve = curve(inquiry(causes(2, 1, 2, 1)));

    assertThat(curve.levels()).extracting(DoseResponse.Level::cause).containsExactly(1.0, 2.0);
    assertThat(curve.levels()).extracting(DoseResponse.Level::mean).containsExactly(2.0, 1.0);
    assertThat(curve.levels()).extracting(DoseResponse.Level::observations).containsOnly(4);
  }

  @Test
  void bins_a_continuous_cause_into_eight_of_the_same_size() {
    double[] causes = new double[32];
    for (int i = 0; i < causes.length; i++) {
      causes[i] = i * 7 % 32 / 2.0;
    }

    assertThat(curve(inquiry(causes(causes))).levels())
        .hasSize(8)
        .allSatisfy(level -> assertThat(level.observations()).isEqualTo(8))
        .first()
        .satisfies(level -> assertThat(level.cause()).isCloseTo(0.75, within(1e-12)));
  }

  @Test
  void keeps_equal_values_in_one_bin() {
    double[] causes = new double[40];
    for (int i = 0; i < 20; i++) {
      causes[20 + i] = i + 0.5;
    }

    assertThat(curve(inquiry(causes(causes))).levels().get(0).observations()).isEqualTo(40);
  }

  @Test
  void tests_the_trend_in_the_claimed_direction() {
    Inquiry inquiry = inquiry(causes(1, 2, 3));

    List<TestResult> tests = Trend.of(inquiry, Levels.of(inquiry.at(1)));

    // Two seeds, three levels, each in perfect order: one of 3! * 3! orders.
    assertThat(tests)
        .singleElement()
        .satisfies(test -> assertThat(test.pValue()).isCloseTo(1 / 36.0, within(1e-12)));
  }

  @Test
  void tests_no_trend_where_the_claim_wants_none() {
    Inquiry inquiry = inquiry(causes(1, 2, 3));
    Claim without = Claims.withTrend(Claims.falls(), "none");

    assertThat(Trend.of(new Inquiry(without, "bench", inquiry.records()), levels(inquiry)))
        .isEmpty();
  }

  @Test
  void never_bins_a_counted_cause_however_many_values_it_has() {
    double[] counts = new double[46];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = 1 + i % 23;
    }
    Inquiry inquiry = inquiry(causes(counts));

    assertThat(curve(inquiry).levels())
        .hasSize(23)
        .allSatisfy(level -> assertThat(level.cause()).isEqualTo(Math.rint(level.cause())));
    assertThat(Trend.of(inquiry, levels(inquiry)))
        .singleElement()
        .satisfies(
            test -> {
              assertThat(test.method()).contains("9999 random orders");
              assertThat(test.pValue()).isEqualTo(1e-4);
            });
  }

  @Test
  void keeps_the_interval_of_a_mean_cosine_within_the_range_of_cosines() {
    TableBuilder low = pair(new TableBuilder(), 1, -0.9).number("base", 0);
    TableBuilder high = pair(new TableBuilder(), 1, 0.9).number("base", 0);
    List<RunRecord> records = TWO_SEEDS.records();
    List<RunRecord> apart =
        List.of(
            World.withTable(records.subList(0, 1), "pairs", low.build()).get(0),
            World.withTable(records.subList(1, 2), "pairs", high.build()).get(0));

    assertThat(curve(new Inquiry(Claims.falls(), "bench", apart)).levels().get(0).interval())
        .hasValue(new Interval(-1, 1, 0.95));
  }

  @Test
  void gives_no_interval_to_the_mean_of_one_seed() {
    List<RunRecord> one = World.withTable(TWO_SEEDS.records().subList(0, 1), "pairs", causes(1, 2));

    assertThat(curve(new Inquiry(Claims.falls(), "bench", one)).levels())
        .allSatisfy(level -> assertThat(level.interval()).isEmpty());
  }

  private static TableBuilder pair(TableBuilder table, double differences, double cosine) {
    return table
        .number("trainedShare", 1)
        .number("differences", differences)
        .number("gradientCosine", cosine);
  }

  private static Levels levels(Inquiry inquiry) {
    return Levels.of(inquiry.at(1));
  }

  private static DoseResponse curve(Inquiry inquiry) {
    return Levels.of(inquiry.at(1)).curve(inquiry);
  }

  private static Inquiry inquiry(Table pairs) {
    List<RunRecord> records = World.withTable(TWO_SEEDS.records(), "pairs", pairs);
    return new Inquiry(Claims.falls(), "bench", records);
  }

  /** The outcome is 3 less the cause. */
  private static Table causes(double... causes) {
    TableBuilder table = new TableBuilder();
    for (double cause : causes) {
      table
          .number("trainedShare", 1)
          .number("differences", cause)
          .number("gradientCosine", 3 - cause);
    }
    return table.build();
  }
}
