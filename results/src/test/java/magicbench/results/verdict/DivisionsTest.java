package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.plan.Scale;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.Test;

/** Leaderboards of a scale at which super-nets of text and of images are ranked. */
class DivisionsTest {

  private static final Tournament TEXT = new Tournament(3, 6, 0.1, 0.4, 0.02, 0.6, 0.5);

  private static final Judgement OF_TEXT =
      Tournament.judge(Tournament.ranksBetter(), TEXT.records());
  private static final Judgement OF_IMAGES = Pictures.judge();

  private static Scale.Study study(String name, String... methods) {
    return new Scale.Study(
        name,
        name,
        "x",
        Stream.of(methods)
            .map(method -> new Scale.Study.Point(method, method, Tournament.OTHER))
            .toList());
  }

  private static List<Leaderboard> boards(List<Scale.Study> studies, Judgement... judged) {
    SortedMap<String, RunRecord> byId = new TreeMap<>();
    Stream.of(TEXT.records(), Pictures.records(), Pictures.nets("third"))
        .flatMap(List::stream)
        .forEach(record -> byId.put(record.trial().id(), record));
    Verdicts verdicts =
        new Verdicts(Verdicts.SCHEMA_VERSION, "bench", "0123456789abcdef", List.of(judged));
    return Leaderboard.allOf(verdicts, byId, studies);
  }

  private static List<String> shown(Leaderboard board) {
    return board.studies().stream().map(StudyCurve::name).toList();
  }

  @Test
  void each_has_a_board_of_its_own_text_first() {
    assertThat(boards(List.of(), OF_IMAGES, OF_TEXT))
        .extracting(Leaderboard::division)
        .containsExactly(
            new Division("net", "alone", ""),
            new Division("image-super-net", "image-stand-alone", "image-super-net"));
  }

  @Test
  void images_alone_have_the_same_name() {
    assertThat(boards(List.of(), OF_IMAGES))
        .extracting(board -> board.division().name())
        .containsExactly("image-super-net");
  }

  @Test
  void a_board_ranks_the_child_models_of_its_own_truth() {
    assertThat(boards(List.of(), OF_TEXT, OF_IMAGES))
        .extracting(Leaderboard::children)
        .containsExactly(6, 5);
  }

  @Test
  void a_board_holds_the_claims_of_its_own_division() {
    assertThat(boards(List.of(), OF_TEXT, OF_IMAGES))
        .extracting(Leaderboard::gains)
        .containsExactly(List.of(OF_TEXT), List.of(OF_IMAGES));
  }

  @Test
  void texts_board_is_what_it_is_without_images() {
    assertThat(boards(List.of(), OF_TEXT, OF_IMAGES).get(0))
        .isEqualTo(boards(List.of(), OF_TEXT).get(0));
  }

  @Test
  void a_study_is_shown_where_its_methods_were_run() {
    List<Leaderboard> boards = boards(List.of(study("s", "third")), OF_TEXT, OF_IMAGES);

    assertThat(boards).extracting(DivisionsTest::shown).containsExactly(List.of(), List.of("s"));
    assertThat(boards.get(1).standings()).extracting(Standing::method).contains("third");
  }

  @Test
  void a_study_of_methods_that_both_ran_is_shown_by_both() {
    assertThat(boards(List.of(study("s", Tournament.METHOD)), OF_TEXT, OF_IMAGES))
        .extracting(DivisionsTest::shown)
        .containsExactly(List.of("s"), List.of("s"));
  }

  @Test
  void a_study_of_which_a_part_was_run_is_shown_where_most_was() {
    assertThat(boards(List.of(study("s", "third", "never-run")), OF_TEXT, OF_IMAGES))
        .extracting(DivisionsTest::shown)
        .containsExactly(List.of(), List.of("s"));
  }

  @Test
  void a_study_that_nobody_ran_is_shown_by_the_first() {
    assertThat(boards(List.of(study("s", "never-run")), OF_TEXT, OF_IMAGES))
        .extracting(DivisionsTest::shown)
        .containsExactly(List.of("s"), List.of());
  }

  @Test
  void two_truths_of_one_kind_of_super_net_are_told_apart_by_the_truth() {
    Judgement other =
        Tournament.judge(
            Claims.ofKinds(Tournament.ranksBetter(), "net", "other"),
            TEXT.records().stream()
                .map(
                    record ->
                        record.trial().kind().equals("alone")
                            ? World.ofKind(record, "other")
                            : record)
                .toList());

    Map<Division, List<Judgement>> divisions = Division.of(List.of(other, OF_TEXT));

    assertThat(divisions.keySet()).extracting(Division::name).containsExactly("", "net-by-other");
  }
}
