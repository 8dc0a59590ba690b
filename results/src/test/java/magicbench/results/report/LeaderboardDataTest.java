package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import magicbench.results.file.Json;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Leaderboard;
import magicbench.results.verdict.Standing;
import magicbench.results.verdict.Tournament;
import magicbench.results.verdict.Verdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A leaderboard's plots as a browser gets them. */
final class LeaderboardDataTest {

  @TempDir Path folder;

  private final List<RunRecord> records = new Tournament(3, 6, 0.1, 0.4, 0.02, 0.6, 0.5).records();
  private final Judgement judgement = Tournament.judge(Tournament.ranksBetter(), records);
  private final Leaderboard board = board();

  private Leaderboard board() {
    Map<String, RunRecord> byId =
        records.stream().collect(Collectors.toMap(each -> each.trial().id(), Function.identity()));
    Verdicts verdicts =
        new Verdicts(Verdicts.SCHEMA_VERSION, "bench", "0123456789abcdef", List.of(judgement));
    return Leaderboard.allOf(verdicts, byId, List.of()).get(0);
  }

  private JsonNode agreement() {
    return ExploredPlots.parse(AgreementData.of(board, "caption").json());
  }

  private JsonNode gains() {
    return ExploredPlots.parse(GainsData.of(board, "caption").json());
  }

  @Test
  void gains_are_sealed() throws IOException {
    Path written = folder.resolve("gains.json");
    Files.writeString(written, Json.write(gains()));

    Golden.assertSame(written, "gains.plot.json");
  }

  @Test
  void fit_their_schema() {
    assertThat(ExploredPlots.faults(agreement())).isEmpty();
    assertThat(ExploredPlots.faults(gains())).isEmpty();
  }

  @Test
  void agreements_hold_the_exact_numbers_of_the_standings() {
    assertThat(ExploredPlots.rows(agreement()))
        .extracting(row -> row.get("row").asText(), row -> row.get("value").asDouble())
        .containsExactlyElementsOf(
            board.standings().stream()
                .map(standing -> tuple(standing.method(), agreement(standing).value()))
                .toList());
  }

  private static Estimate agreement(Standing standing) {
    return standing.agreement().orElseThrow();
  }

  @Test
  void agreements_say_what_the_table_says() {
    assertThat(ExploredPlots.rows(agreement()))
        .extracting(row -> row.get("shown").asText() + ", " + row.get("interval").asText())
        .containsExactlyElementsOf(
            board.standings().stream()
                .map(
                    standing ->
                        text(Phrases.value(agreement(standing)))
                            + ", "
                            + text(Phrases.interval(agreement(standing))))
                .toList());
  }

  /** What a reader sees of a piece of a page. */
  private static String text(Tag tag) {
    return tag.render().replaceAll("<[^>]*>", "").strip();
  }

  @Test
  void gains_hold_the_effect_and_every_seeds_effect() {
    Evidence evidence = judgement.evidence().orElseThrow();
    Map<String, Double> expected = new TreeMap<>();
    evidence.perSeed().forEach((seed, value) -> expected.put(seed.toString(), value));
    expected.put("all", evidence.effect().value());

    assertThat(ExploredPlots.rows(gains()))
        .allSatisfy(row -> assertThat(row.get("row").asText()).isEqualTo("fancy over plain"))
        .extracting(row -> Map.entry(row.path("seed").asText("all"), row.get("value").asDouble()))
        .containsExactlyInAnyOrderElementsOf(expected.entrySet());
  }

  @Test
  void gains_mark_the_tolerance() {
    assertThat(gains().at("/lines/0/at").asDouble())
        .isEqualTo(judgement.claim().tolerance().value());
  }

  @Test
  void readers_choose_among_the_methods_of_the_board() {
    JsonNode spec = agreement();

    assertThat(spec.at("/filters/0/field").asText()).isEqualTo("row");
    assertThat(ExploredPlots.list(spec.at("/filters/0/values")))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(board.standings().stream().map(Standing::method).toList());
  }
}
