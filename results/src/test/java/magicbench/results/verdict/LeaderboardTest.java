package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import magicbench.results.plan.Scale;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.Test;

/** All methods of a scale side by side: those of claims, and those of studies. */
class LeaderboardTest {

  private static final Tournament CLEAR = new Tournament(4, 12, 0.05, 0.4, 0.02, 0.7, 0.5);
  private static final Scale.Study STUDY =
      new Scale.Study(
          "strength",
          "More of it",
          "strength",
          List.of(
              new Scale.Study.Point("none", "third", Tournament.OTHER),
              new Scale.Study.Point("some", Tournament.METHOD, Tournament.OTHER),
              new Scale.Study.Point("all", "never-run", Tournament.OTHER)));

  private final Judgement judgement = Tournament.judge(Tournament.ranksBetter(), CLEAR.records());

  @Test
  void a_method_that_only_a_study_names_is_on_it() {
    assertThat(board(true).standings())
        .extracting(Standing::method)
        .containsExactlyInAnyOrder("fancy", "plain", "third");
  }

  @Test
  void without_studies_only_the_claims_methods_are() {
    Leaderboard board = Leaderboard.allOf(verdicts(), records(true), List.of()).get(0);

    assertThat(board.standings()).extracting(Standing::method).containsExactly("fancy", "plain");
  }

  @Test
  void a_study_gives_the_gain_that_the_claim_has() {
    StudyCurve.Point some = board(true).studies().get(0).points().get(1);

    double claimed = judgement.evidence().orElseThrow().effect().value();
    assertThat(some.gain().orElseThrow().value()).isCloseTo(claimed, offset(1e-12));
    assertThat(some.gain().orElseThrow().interval()).isPresent();
    assertThat(some.agreement().orElseThrow().value()).isGreaterThan(0.8);
  }

  @Test
  void what_was_not_run_has_no_number() {
    StudyCurve.Point all = board(true).studies().get(0).points().get(2);

    assertThat(all.gain()).isEmpty();
    assertThat(all.agreement()).isEmpty();
  }

  @Test
  void three_methods_tell_whether_less_interference_ranks_better() {
    Mechanism mechanism = board(true).mechanism().orElseThrow();

    assertThat(mechanism.runs()).hasSize(3 * CLEAR.seeds());
    assertThat(mechanism.acrossMethods().orElseThrow().value()).isGreaterThan(0.4);
    assertThat(mechanism.withinMethods().orElseThrow().seeds()).isEqualTo(3);
  }

  @Test
  void every_method_has_a_rank_among_those_with_its_seeds() {
    RandomComparison random = board(true).random().orElseThrow();

    assertThat(random.rows()).hasSize(3);
    assertThat(random.rows())
        .allSatisfy(
            row -> {
              assertThat(row.rank().value()).isBetween(1.0, 3.0);
              assertThat(row.rank().bounds().low()).isLessThanOrEqualTo(row.rank().value());
              assertThat(row.rank().bounds().high()).isGreaterThanOrEqualTo(row.rank().value());
            });
  }

  @Test
  void a_method_agrees_as_much_beside_random_sampling_as_in_its_standing() {
    Leaderboard board = board(true);

    assertThat(board.random().orElseThrow().rows())
        .allSatisfy(
            row ->
                assertThat(board.standings())
                    .filteredOn(standing -> standing.method().equals(row.method()))
                    .extracting(Standing::agreement)
                    .containsExactly(Optional.of(row.value())));
  }

  @Test
  void a_claims_own_difference_to_random_sampling_is_shown() {
    RandomComparison.Row row =
        new RandomComparison.Row(
            Tournament.METHOD,
            new Estimate("x", 0, Optional.empty(), 1, 1),
            new Estimate("rank", 1, Optional.empty(), 1, 1),
            Optional.empty(),
            Optional.empty());

    RandomComparison shown =
        new RandomComparison("tau", Optional.of(Tournament.OTHER), List.of(row))
            .withClaims(List.of(judgement));

    assertThat(shown.rows().get(0).difference())
        .contains(judgement.evidence().orElseThrow().effect());
    assertThat(shown.rows().get(0).claim()).contains(judgement.claim().id());
  }

  @Test
  void two_methods_do_not() {
    assertThat(board(false).mechanism().orElseThrow().acrossMethods()).isEmpty();
  }

  @Test
  void a_study_with_a_truth_of_its_own_is_judged_by_that() {
    Scale.Study wide =
        new Scale.Study(
            "width",
            "Wider",
            "width",
            List.of(
                new Scale.Study.Point("24", Tournament.METHOD, Tournament.OTHER),
                new Scale.Study.Point("48", "fancy-wide", "plain-wide", "alone-wide"),
                new Scale.Study.Point("96", "fancy-wide", "plain-wide", "never-run")));
    Map<String, RunRecord> records = new TreeMap<>(records(false));
    List<RunRecord> others =
        new Tournament(4, 9, 0.05, 0.4, 0.3, 0.7, 0.5)
            .under("fancy-wide", "plain-wide", "alone-wide");
    others.forEach(record -> records.put(record.trial().id(), record));

    Leaderboard board = Leaderboard.allOf(verdicts(), records, List.of(wide)).get(0);
    List<StudyCurve.Point> points = board.studies().get(0).points();

    assertThat(points.get(1).gain().orElseThrow().value()).isGreaterThan(0.1);
    assertThat(points.get(1).gain().orElseThrow().observations()).isEqualTo(4 * 9);
    assertThat(points.get(1).ceiling().orElseThrow().value())
        .isLessThan(points.get(0).ceiling().orElseThrow().value());
    assertThat(points.get(2).gain()).isEmpty();
    assertThat(points.get(2).ceiling()).isEmpty();
    assertThat(board.standings()).extracting(Standing::method).containsExactly("fancy", "plain");
  }

  private Leaderboard board(boolean third) {
    return Leaderboard.allOf(verdicts(), records(third), List.of(STUDY)).get(0);
  }

  private Verdicts verdicts() {
    return new Verdicts(Verdicts.SCHEMA_VERSION, "bench", "0123456789abcdef", List.of(judgement));
  }

  private static Map<String, RunRecord> records(boolean third) {
    List<RunRecord> records = new ArrayList<>(CLEAR.records());
    if (third) {
      records.addAll(CLEAR.nets("third"));
    }
    return records.stream()
        .collect(Collectors.toMap(each -> each.trial().id(), Function.identity()));
  }
}
