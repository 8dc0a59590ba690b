package magicbench.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.plan.CostEstimator;
import magicbench.results.plan.CostTable;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ships can tell what it would cost before anything is run. */
final class ShippedCostsTest {

  private static final ClassLoader LOADER = ShippedCostsTest.class.getClassLoader();

  static Stream<Scale> scales() {
    return AskingScales.of(ClaimRegistry.fromClasspath(LOADER).all());
  }

  @ParameterizedTest
  @MethodSource("scales")
  void the_cost_of_every_trial_is_known_at_every_scale(Scale scale) {
    List<Claim> asked = scale.asked(ClaimRegistry.fromClasspath(LOADER).all());
    Plan plan = Planner.plan(asked, scale, Overrides.none());
    List<CostEstimator> estimators =
        ServiceLoader.load(CostEstimator.class).stream().map(ServiceLoader.Provider::get).toList();

    CostTable costs = CostTable.of(plan, scale, estimators, OptionalDouble.empty());

    assertThat(costs.rows()).isNotEmpty().allMatch(row -> row.flops().isPresent());
    assertThat(costs.total().hours()).isPresent();
  }
}
