package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import magicbench.ci.Modules;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.packing.Forecast;
import magicbench.results.packing.Makespan;
import magicbench.results.packing.Urgency;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.plan.Trial;
import magicbench.results.record.RecordFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The accepted run of scale laptop, played through with the times that its records tell. Trials of
 * the truth are taken, so they are left out.
 */
final class ReplayedOrderTest {

  /** A small plan gains little; it may lose no more than this. */
  private static final double MOST = 1.01;

  private static List<Trial> trials;
  private static final Map<String, Double> TOOK = new HashMap<>();

  @BeforeAll
  static void read() {
    ClassLoader loader = ReplayedOrderTest.class.getClassLoader();
    Scale scale = Scales.fromClasspath(loader).named("laptop");
    Path folder = Modules.root().resolve("results/records/laptop");
    List<Trial> planned =
        Planner.plan(
                scale.asked(ClaimRegistry.fromClasspath(loader).all()), scale, Overrides.none())
            .trials();
    trials =
        planned.stream()
            .filter(trial -> Files.exists(folder.resolve(trial.id() + ".json")))
            .toList();
    Set<String> ids = trials.stream().map(Trial::id).collect(Collectors.toSet());
    RecordFile.readPresent(folder, ids)
        .forEach(record -> TOOK.put(record.trial().id(), record.provenance().cost().wallSeconds()));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 8, 32})
  void the_longest_way_first_ends_no_later_than_the_plans_order(int workers) {
    Forecast forecast = Forecast.ofOperations(Surroundings.ofProcess().estimators(), 1);
    Map<String, Double> operations = new HashMap<>();
    trials.forEach(trial -> operations.put(trial.id(), forecast.seconds(trial).orElseThrow()));

    double urgent = Makespan.seconds(trials, TOOK, workers, Urgency.of(trials, operations));

    assertThat(trials).hasSizeGreaterThan(40);
    assertThat(urgent).isLessThan(MOST * Makespan.seconds(trials, TOOK, workers, Urgency.none()));
  }
}
