package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.file.Json;
import magicbench.results.plan.CostEstimator;
import magicbench.results.plan.CostTable;
import magicbench.results.plan.Plan;
import magicbench.results.plan.PlanFile;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JobMatrixTest {

  private static final Trial TEXT = trial("text", 0);
  private static final Trial NET = trial("net", 1);
  private static final Trial OTHER_NET = trial("net", 2);
  private static final ClassLoader LABORATORY = laboratory();
  private static final List<Claim> CLAIMS = ClaimRegistry.fromClasspath(LABORATORY).all();

  @TempDir private Path root;

  private static ClassLoader laboratory() {
    URL resources = JobMatrixTest.class.getResource("/laboratory/");
    return new URLClassLoader(new URL[] {resources}, null);
  }

  private static Trial trial(String kind, long seed) {
    return Trial.of(kind, "spos", seed, List.of(), JsonNodeFactory.instance.objectNode());
  }

  /** Text costs nothing, a net 3.6e13 floating-point operations: ten hours at 1e9 a second. */
  private static Optional<CostEstimator.TrialCost> cost(Trial trial) {
    boolean isText = trial.kind().equals("text");
    return Optional.of(new CostEstimator.TrialCost(1, isText ? 0 : 3.6e13));
  }

  private static JobMatrix matrix(
      Trial ofFirst, Trial ofSecond, Collection<CostEstimator> estimators) {
    Scale scale = Scales.fromClasspath(LABORATORY).named("tiny").withWorkers(1);
    return JobMatrix.of(
        CLAIMS,
        claims -> plan(claims, ofFirst, ofSecond),
        estimators,
        plan -> CostTable.of(plan, scale, estimators, OptionalDouble.of(1e9)));
  }

  private static Plan plan(List<Claim> claims, Trial ofFirst, Trial ofSecond) {
    TreeMap<String, List<String>> byClaim = new TreeMap<>();
    List<Trial> trials = new ArrayList<>(List.of(TEXT));
    for (Claim claim : claims) {
      Trial own = claim.equals(CLAIMS.get(0)) ? ofFirst : ofSecond;
      byClaim.put(claim.id(), List.of(own.id()));
      if (!trials.contains(own)) {
        trials.add(own);
      }
    }
    return new Plan(Plan.SCHEMA_VERSION, "tiny", "", trials, byClaim);
  }

  @Test
  void claims_that_share_only_what_trains_nothing_are_a_job_each() {
    assertThat(Json.canonical(matrix(NET, OTHER_NET, List.of(JobMatrixTest::cost))))
        .isEqualTo(
            "{\"include\":[{\"claims\":\"toy.falls\",\"hours\":10.0,\"name\":\"toy\","
                + "\"scale\":\"tiny\",\"trials\":2},{\"claims\":\"toy.rises\",\"hours\":10.0,"
                + "\"name\":\"toy-2\",\"scale\":\"tiny\",\"trials\":2}]}");
  }

  @Test
  void claims_that_share_a_trial_that_trains_are_one_job() {
    assertThat(matrix(NET, NET, List.of(JobMatrixTest::cost)).include())
        .containsExactly(new JobMatrix.Job("toy", "toy.falls,toy.rises", "tiny", 2, 10.0));
  }

  @Test
  void a_trial_whose_cost_nobody_knows_counts_as_one_that_trains() {
    assertThat(matrix(NET, OTHER_NET, List.of()).include())
        .containsExactly(new JobMatrix.Job("toy", "toy.falls,toy.rises", "tiny", 3, null));
  }

  @Test
  void the_command_prints_it_as_one_line() {
    Bench bench = new Bench(root);

    assertThat(bench.run("plan --scale tiny --format matrix")).isZero();
    assertThat(bench.out().lines())
        .containsExactly(
            "{\"include\":[{\"claims\":\"toy.falls,toy.rises\",\"hours\":null,\"name\":\"toy\","
                + "\"scale\":\"tiny\",\"trials\":9}]}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"smoke", "gpu"})
  void the_jobs_of_a_real_scale_run_its_whole_plan(String scale) throws Exception {
    NavigableSet<String> planned = ids(plan("--scale", scale));
    NavigableSet<String> shared = new TreeSet<>();
    for (JsonNode job : jobs(scale)) {
      Plan part = plan("--scale", scale, "--claim", job.get("claims").asText());
      assertThat(part.trials()).hasSize(job.get("trials").asInt());
      shared.addAll(ids(part));
    }

    assertThat(shared).isEqualTo(planned);
  }

  private JsonNode jobs(String scale) {
    byte[] line =
        output("plan", "--scale", scale, "--format", "matrix").getBytes(StandardCharsets.UTF_8);
    return Json.tree("matrix", line, "").get("include");
  }

  private static NavigableSet<String> ids(Plan plan) {
    NavigableSet<String> ids = new TreeSet<>();
    plan.trials().forEach(trial -> ids.add(trial.id()));
    return ids;
  }

  private Plan plan(String... selection) throws Exception {
    List<String> words = new ArrayList<>(List.of("plan", "--format", "json"));
    words.addAll(List.of(selection));
    Path file = root.resolve("plan.json");
    return PlanFile.read(Files.writeString(file, output(words.toArray(String[]::new))));
  }

  private static String output(String... words) {
    StringWriter out = new StringWriter();
    int code =
        Magicbench.commandLine(Surroundings.ofProcess())
            .setOut(new PrintWriter(out, true))
            .execute(words);
    assertThat(code).isZero();
    return out.toString();
  }
}
