package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
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
      causes[i] = i * 7 % 32;
    }

    assertThat(curve(inquiry(causes(causes))).levels())
        .hasSize(8)
        .allSatisfy(level -> assertThat(level.observations()).isEqualTo(8))
        .first()
        .satisfies(level -> assertThat(level.cause()).isCloseTo(1.5, within(1e-12)));
  }

  @Test
  void keeps_equal_values_in_one_bin() {
    double[] causes = new double[40];
    for (int i = 0; i < 20; i++) {
      causes[20 + i] = i + 1;
    }

    assertThat(curve(inquiry(causes(causes))).levels().get(0).observations()).isEqualTo(40);
  }

  @Test
  void tests_the_trend_in_the_claimed_direction() {
    Inquiry inquiry = inquiry(causes(1, 2, 3));

    List<TestResult> tests = Trend.of(Claims.falls(), Levels.of(inquiry.at(1)));

    // Two seeds, three levels, each in perfect order: one of 3! * 3! orders.
    assertThat(tests)
        .singleElement()
        .satisfies(test -> assertThat(test.pValue()).isCloseTo(1 / 36.0, within(1e-12)));
  }

  @Test
  void tests_no_trend_where_the_claim_wants_none() {
    Inquiry inquiry = inquiry(causes(1, 2, 3));

    assertThat(Trend.of(Claims.rises(), Levels.of(inquiry.at(1)))).isEmpty();
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
