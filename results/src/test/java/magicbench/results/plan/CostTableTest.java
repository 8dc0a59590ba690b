package magicbench.results.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CostTableTest {

  private static final CostEstimator TOKENISE =
      trial -> estimate(trial, "tokenise", new CostEstimator.TrialCost(0, 3.6e12));
  private static final CostEstimator PROBE =
      trial -> estimate(trial, "interference-probe", new CostEstimator.TrialCost(100, 7.2e12));

  // The scale assumes 1e9 operations a second: 3.6e12 are an hour. Three trials on two workers are
  // two rounds.
  @Test
  void counts_hours_on_the_scales_workers() throws IOException {
    CostTable table = table(List.of(TOKENISE, PROBE), OptionalDouble.empty());

    CostTable.Row probe = table.rows().get(1);
    assertThat(probe.trials()).isEqualTo(3);
    assertThat(probe.steps()).hasValue(300);
    assertThat(probe.flops()).hasValue(21.6e12);
    assertThat(probe.hours()).hasValue(4);
    assertThat(table.total().hours()).hasValue(5);
    assertThat(table.total().trials()).isEqualTo(4);
    assertThat(table.rateMeasured()).isFalse();
  }

  @Test
  void prefers_a_measured_rate() throws IOException {
    CostTable table = table(List.of(TOKENISE, PROBE), OptionalDouble.of(4e9));

    assertThat(table.total().hours()).hasValue(1.25);
    assertThat(table.rateMeasured()).isTrue();
  }

  @Test
  void leaves_unknown_what_no_estimator_knows() throws IOException {
    CostTable table = table(List.of(PROBE), OptionalDouble.empty());

    CostTable.Row unknown =
        new CostTable.Row(
            "tokenise", 1, OptionalLong.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    assertThat(table.rows().get(0)).isEqualTo(unknown);
    assertThat(table.rows().get(1).hours()).hasValue(4);
    assertThat(table.total().hours()).isEmpty();
    assertThat(table.total().flops()).isEmpty();
  }

  @Test
  void believes_the_first_estimator_that_knows() throws IOException {
    CostEstimator later =
        trial -> Optional.of(new CostEstimator.TrialCost(Long.MAX_VALUE, Double.MAX_VALUE));

    assertThat(table(List.of(TOKENISE, PROBE, later), OptionalDouble.empty()))
        .isEqualTo(table(List.of(TOKENISE, PROBE), OptionalDouble.empty()));
  }

  private static CostTable table(List<CostEstimator> estimators, OptionalDouble rate)
      throws IOException {
    Scale scale = PlanFixtures.scale();
    Plan plan = Planner.plan(PlanFixtures.claims(), scale, Overrides.none());
    return CostTable.of(plan, scale, estimators, rate);
  }

  private static Optional<CostEstimator.TrialCost> estimate(
      Trial trial, String kind, CostEstimator.TrialCost cost) {
    return trial.kind().equals(kind) ? Optional.of(cost) : Optional.empty();
  }
}
