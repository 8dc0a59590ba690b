package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.stats.Interval;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final World STRONG = World.ofNoise().withSlope(0.5);

  @Test
  void compares_the_trained_effect_with_the_untrained_one() {
    assertThat(learnedStatement(STRONG.withUntrainedSlope(0.5)))
        .matches(
            "Untrained, the effect is -0\\.\\d{3} \\(95 % interval .*\\); after 100 % of training it"
                + " is -0\\.\\d{3} \\(95 % interval .*\\)\\. The paired difference over 8 super-net"
                + " seeds is -?0\\.\\d{3} \\(95 % interval .*\\): a change by training can't be told"
                + " from none\\. This compares two correlations; it doesn't split one into parts\\.");
  }

  @Test
  void says_when_training_moves_an_effect_in_the_claimed_direction() {
    assertThat(learnedStatement(STRONG)).contains("training moves it in the claimed direction");
  }

  @Test
  void says_when_training_moves_an_effect_against_the_claimed_direction() {
    assertThat(learnedStatement(World.ofNoise().withUntrainedSlope(0.5)))
        .contains("training moves it against the claimed direction");
  }

  @Test
  void leaves_an_untrained_effect_undefined_where_nothing_varies() {
    List<RunRecord> records = new ArrayList<>();
    for (RunRecord record : STRONG.records()) {
      Table pairs = stillBeforeTraining(record.tables().get("pairs"));
      records.addAll(World.withTable(List.of(record), "pairs", pairs));
    }

    Evidence evidence = STRONG.judge(Claims.falls(), records).evidence().orElseThrow();

    assertThat(evidence.untrained()).isEmpty();
    assertThat(evidence.learned()).isEmpty();
    assertThat(evidence.learnedStatement()).contains("the effect is undefined");
    assertThat(evidence.stages().get(3).effect()).isPresent();
  }

  private static Table stillBeforeTraining(Table pairs) {
    SortedMap<String, List<Double>> numbers = new TreeMap<>(pairs.numbers());
    List<Double> cosines = new ArrayList<>(numbers.get("gradientCosine"));
    for (int row = 0; row < cosines.size(); row++) {
      if (numbers.get("trainedShare").get(row) == 0) {
        cosines.set(row, 0.5);
      }
    }
    numbers.put("gradientCosine", cosines);
    return new Table(pairs.rows(), numbers, pairs.texts());
  }

  private static String learnedStatement(World world) {
    return world.judge(Claims.falls()).evidence().orElseThrow().learnedStatement();
  }

  @Test
  void shows_the_effect_at_every_stage() {
    assertThat(STRONG.judge(Claims.falls()).evidence().orElseThrow().stages())
        .extracting(Stage::trainedShare)
        .containsExactlyElementsOf(World.SHARES);
  }

  @Test
  void splits_the_effect_by_layer_and_operator() {
    List<Breakdown> breakdowns = STRONG.judge(Claims.falls()).evidence().orElseThrow().breakdowns();

    assertThat(breakdowns).extracting(Breakdown::by).containsExactly("layer", "operator");
    // The last layer is shared at one difference only, so nothing varies there.
    assertThat(breakdowns.get(0).strata())
        .extracting(Stratum::name)
        .containsExactly("0", "1", "2", "3", "4", "5");
  }

  @Test
  void gives_every_stratum_and_stage_an_interval_no_narrower_than_students_over_seeds() {
    Evidence evidence = STRONG.judge(Claims.falls()).evidence().orElseThrow();
    List<Estimate> all = new ArrayList<>();
    evidence
        .breakdowns()
        .forEach(
            breakdown ->
                breakdown
                    .strata()
                    .forEach(
                        stratum -> all.addAll(List.of(stratum.effect(), stratum.alternative()))));
    evidence.stages().forEach(stage -> stage.effect().ifPresent(all::add));
    evidence.stages().forEach(stage -> stage.alternative().ifPresent(all::add));

    // Six layers, three operators, four stages, each by two estimators.
    assertThat(all)
        .hasSize(26)
        .allSatisfy(
            estimate -> {
              assertThat(estimate.seeds()).isEqualTo(8);
              assertThat(estimate.bounds().contains(estimate.value())).isTrue();
              assertThat(estimate.bounds().high() - estimate.bounds().low()).isGreaterThan(0.01);
            });
  }

  @Test
  void widens_a_stratums_interval_by_the_bootstrap_over_base_child_models() {
    // Seeds agree exactly, so that Student's interval over them is one point.
    RunRecord one = STRONG.records().get(0);
    List<RunRecord> alike = new ArrayList<>();
    for (RunRecord record : STRONG.records()) {
      alike.addAll(World.withTable(List.of(record), "pairs", one.tables().get("pairs")));
    }

    Evidence evidence = STRONG.judge(Claims.falls(), alike).evidence().orElseThrow();

    Interval interval = evidence.breakdowns().get(1).strata().get(0).alternative().bounds();
    assertThat(interval.high() - interval.low()).isGreaterThan(0.015);
  }

  @Test
  void gives_the_decisive_stage_the_estimate_that_decides() {
    Evidence evidence = STRONG.judge(Claims.falls()).evidence().orElseThrow();

    assertThat(evidence.stages().get(3).effect()).hasValue(evidence.effect());
    assertThat(evidence.alternatives())
        .contains(evidence.stages().get(3).alternative().orElseThrow());
  }
}
