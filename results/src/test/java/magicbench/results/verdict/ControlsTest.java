package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import magicbench.results.claim.Claim;
import magicbench.results.file.InputException;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.stats.RankCorrelation;
import org.junit.jupiter.api.Test;

class ControlsTest {

  private static final World STRONG = World.ofNoise().withSlope(0.5);

  @Test
  void shuffled_causes_show_nothing_however_strong_the_effect() {
    ControlResult result = shuffled(new PartialSpearman(), Claims.falls(), STRONG.records());

    assertThat(result.passed()).isTrue();
    assertThat(result.measured().value()).isBetween(-0.02, 0.02);
  }

  @Test
  void shuffled_causes_find_an_estimator_out_that_leans_to_one_side() {
    Estimator leaning =
        sample -> OptionalDouble.of(new PartialSpearman().of(sample).orElse(0) + 0.3);

    assertThat(shuffled(leaning, Claims.falls(), STRONG.records()).passed()).isFalse();
  }

  @Test
  void shuffled_causes_find_an_estimator_out_that_holds_nothing_fixed() {
    Estimator careless = sample -> RankCorrelation.spearman(sample.cause(), sample.outcome());

    assertThat(shuffled(careless, Claims.rises(), STRONG.records()).passed()).isFalse();
    assertThat(shuffled(new PartialSpearman(), Claims.rises(), STRONG.records()).passed()).isTrue();
  }

  @Test
  void shuffled_causes_show_nothing_when_the_association_runs_between_base_child_models() {
    TableBuilder table = new TableBuilder();
    for (int row = 0; row < 60; row++) {
      int base = row / 20;
      table
          .number("trainedShare", 1)
          .number("base", base)
          .number("differences", base + row % 20 / 100.0)
          .number("gradientCosine", -base - row * 7 % 20 / 100.0);
    }
    List<RunRecord> records = World.withTable(STRONG.records(), "pairs", table.build());

    assertThat(shuffled(new PartialSpearman(), Claims.falls(), records).passed()).isTrue();
  }

  private static ControlResult shuffled(Estimator estimator, Claim claim, List<RunRecord> records) {
    return new ShuffledCause(estimator).check(new Inquiry(claim, "bench", records));
  }

  @Test
  void a_child_model_agrees_with_itself_but_for_rounding() {
    assertThat(sameChildTwice(STRONG.withSelfCosine(0.99995)).passed()).isTrue();
    assertThat(sameChildTwice(STRONG.withSelfCosine(0.9998)).passed()).isFalse();
  }

  private static ControlResult sameChildTwice(World world) {
    return new SameChildTwice().check(new Inquiry(Claims.falls(), "bench", world.records()));
  }

  @Test
  void independent_batches_must_leave_something_in_common() {
    assertThat(independentBatches(STRONG.withFloor(0.01)).passed()).isTrue();
    assertThat(independentBatches(STRONG.withFloor(-0.01)).passed()).isFalse();
  }

  @Test
  void independent_batches_must_differ() {
    assertThat(independentBatches(STRONG.withFloor(1)).passed()).isFalse();
  }

  private static ControlResult independentBatches(World world) {
    return new IndependentBatches().check(new Inquiry(Claims.falls(), "bench", world.records()));
  }

  @Test
  void a_record_without_the_control_is_a_fault() {
    Table table =
        new TableBuilder()
            .number("trainedShare", 1)
            .number("gradientCosine", 1)
            .text("control", "same-child-twice")
            .build();
    List<RunRecord> records = World.withTable(STRONG.records(), "controls", table);
    Inquiry inquiry = new Inquiry(Claims.falls(), "bench", records);

    assertThatThrownBy(() -> new IndependentBatches().check(inquiry))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no rows with control independent-batches")
        .hasMessageContaining("found were [same-child-twice]");
  }
}
