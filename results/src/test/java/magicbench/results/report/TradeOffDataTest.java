package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Timed;
import magicbench.results.verdict.TradeOff;
import magicbench.results.verdict.Verdicts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scores against costs as a browser gets them. */
final class TradeOffDataTest {

  private final TradeOff tradeOff = tradeOff();

  private static TradeOff tradeOff() {
    List<RunRecord> records = Timed.records();
    Map<String, RunRecord> byId =
        records.stream().collect(Collectors.toMap(each -> each.trial().id(), Function.identity()));
    Verdicts verdicts =
        new Verdicts(
            Verdicts.SCHEMA_VERSION, "bench", "0123456789abcdef", List.of(Timed.judge(records)));
    return TradeOff.allOf(verdicts, byId).get(0);
  }

  private JsonNode spec(TradeOff.Cost cost) {
    return ExploredPlots.parse(TradeOffData.of(tradeOff, cost, "caption").json());
  }

  @ParameterizedTest
  @EnumSource
  void fits_its_schema(TradeOff.Cost cost) {
    assertThat(ExploredPlots.faults(spec(cost))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void holds_the_exact_score_and_cost_of_every_network(TradeOff.Cost cost) {
    assertThat(ExploredPlots.rows(spec(cost)))
        .extracting(
            row -> row.get("method").asText(),
            row -> row.get("value").asDouble(),
            row -> row.get("cost").asDouble())
        .containsExactlyElementsOf(
            tradeOff.networks().stream()
                .map(each -> tuple(each.method(), each.score().value(), each.costs().get(cost)))
                .toList());
  }
}
