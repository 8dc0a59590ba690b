package magicbench.results.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ClaimCostTest {

  private static final Trial TEXT = trial("text");
  private static final Trial NET = trial("net", TEXT);
  private static final Trial PROBE = trial("probe", NET);
  private static final Plan PLAN =
      new Plan(
          Plan.SCHEMA_VERSION,
          "tiny",
          "",
          List.of(TEXT, NET, PROBE),
          new TreeMap<>(
              Map.of("a.net", List.of(NET.id()), "b.probe", List.of(NET.id(), PROBE.id()))));

  private static Trial trial(String kind, Trial... needs) {
    return Trial.of(
        kind,
        "spos",
        1,
        List.of(needs).stream().map(Trial::id).toList(),
        JsonNodeFactory.instance.objectNode());
  }

  private static CostEstimator knowing(String... kinds) {
    return trial ->
        List.of(kinds).contains(trial.kind())
            ? Optional.of(new CostEstimator.TrialCost(1, trial.kind().equals("text") ? 0 : 2e9))
            : Optional.empty();
  }

  @Test
  void a_claim_costs_its_trials_and_all_that_they_need() {
    assertThat(ClaimCost.of(PLAN, List.of(knowing("text", "net", "probe"))))
        .containsExactly(
            new ClaimCost("a.net", 2, OptionalDouble.of(2e9)),
            new ClaimCost("b.probe", 3, OptionalDouble.of(4e9)));
  }

  @Test
  void a_claim_costs_nobody_knows_what_where_one_of_its_trials_does() {
    assertThat(ClaimCost.of(PLAN, List.of(knowing("text", "net"))))
        .extracting(ClaimCost::flops)
        .containsExactly(OptionalDouble.of(2e9), OptionalDouble.empty());
  }
}
