package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.Test;

class TradeOffTest {

  private static List<RunRecord> timed(List<RunRecord> records, double foundMillis) {
    List<RunRecord> all = new ArrayList<>();
    for (RunRecord record : records) {
      boolean found = record.trial().method().equals(Examination.METHOD);
      all.add(World.withMetric(record, "latencyMillis", found ? foundMillis : 2.0));
    }
    return all;
  }

  private static TradeOff tradeOff(List<RunRecord> records) {
    return of(records).get(0);
  }

  private static List<TradeOff> of(List<RunRecord> records) {
    Map<String, RunRecord> byId =
        records.stream().collect(Collectors.toMap(each -> each.trial().id(), Function.identity()));
    Verdicts verdicts =
        new Verdicts(
            Verdicts.SCHEMA_VERSION,
            "bench",
            "0123456789abcdef",
            List.of(Examination.judge(records)));
    return TradeOff.allOf(verdicts, byId);
  }

  @Test
  void a_network_that_scores_higher_for_as_much_is_alone_on_the_front() {
    TradeOff tradeOff = tradeOff(timed(new Examination(4, 2, 0, 20).records(), 2.0));

    assertThat(tradeOff.networks())
        .extracting(TradeOff.Network::method)
        .containsExactly("found", "twin");
    assertThat(tradeOff.networks().get(0).frontOf()).containsExactly(TradeOff.Cost.values());
    assertThat(tradeOff.networks().get(1).frontOf()).isEmpty();
  }

  @Test
  void one_that_is_faster_and_scores_lower_is_on_the_front_too() {
    TradeOff tradeOff = tradeOff(timed(new Examination(4, 2, 0, 20).records(), 3.0));

    assertThat(tradeOff.networks().get(1).frontOf()).containsExactly(TradeOff.Cost.LATENCY_MILLIS);
  }

  @Test
  void those_that_are_alike_are_both_on_it() {
    TradeOff tradeOff = tradeOff(timed(new Examination(4, 0, 0, 20).records(), 2.0));

    assertThat(tradeOff.networks())
        .allSatisfy(
            network -> assertThat(network.frontOf()).containsExactly(TradeOff.Cost.values()));
  }

  @Test
  void a_score_is_the_mean_over_tasks_and_seeds_and_a_cost_the_median_over_runs() {
    List<RunRecord> records = new ArrayList<>();
    for (RunRecord record : timed(new Examination(4, 2, 1, 20).records(), 3)) {
      boolean slow = record.trial().seed() == 4;
      records.add(World.withMetric(record, "latencyMillis", slow ? 100.0 : record.trial().seed()));
    }
    TradeOff.Network twin = tradeOff(records).networks().get(1);
    double mean =
        records.stream()
            .filter(record -> record.trial().method().equals(Examination.OTHER))
            .mapToDouble(record -> record.metrics().get("taskScore"))
            .average()
            .orElseThrow();

    assertThat(twin.score().value()).isCloseTo(mean, within(1e-9));
    assertThat(twin.score().seeds()).isEqualTo(4);
    assertThat(twin.costs())
        .containsEntry(TradeOff.Cost.PARAMETERS, 1000.0)
        .containsEntry(TradeOff.Cost.FLOPS, 5000.0)
        .containsEntry(TradeOff.Cost.LATENCY_MILLIS, 2.5);
  }

  @Test
  void where_nothing_was_timed_there_is_none() {
    assertThat(of(new Examination(4, 2, 0, 20).records())).isEmpty();
  }
}
