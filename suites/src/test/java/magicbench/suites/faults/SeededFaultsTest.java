package magicbench.suites.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.ScaleFile;
import magicbench.results.plan.TextFolder;
import magicbench.results.plan.Trial;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.ControlResult;
import magicbench.results.verdict.Judge;
import magicbench.results.verdict.Judgement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults that are put in on purpose, end to end: super-nets and child models are really trained,
 * and the shipped claims are judged with the shipped judge. Only the scale is a test's own.
 */
@Timeout(300)
final class SeededFaultsTest {

  private static final String MAGIC_T = "ranking.magic-t-over-random";
  private static final String MAGIC_A = "ranking.magic-a-over-random";

  @TempDir private static Path folder;
  private static Scale scale;
  private static List<Claim> claims = List.of();
  private static Plan plan;

  @BeforeAll
  static void plan_the_shipped_claims() throws IOException {
    ClaimRegistry registry = ClaimRegistry.fromClasspath(SeededFaultsTest.class.getClassLoader());
    claims = List.of(registry.byId(MAGIC_T), registry.byId(MAGIC_A));
    try (InputStream yaml = SeededFaultsTest.class.getResourceAsStream("faults.yaml")) {
      scale = ScaleFile.read("faults.yaml", Objects.requireNonNull(yaml));
    }
    plan =
        Planner.plan(
            claims, scale, TextFolder.overrides(SuccessorText.write(folder.resolve("text"))));
  }

  @Test
  void without_a_fault_no_control_fails() {
    for (Claim claim : claims) {
      assertThat(judged(claim.id(), UnaryOperator.identity()).controls())
          .hasSameSizeAs(claim.controls())
          .allMatch(ControlResult::passed);
    }
  }

  @Test
  void random_sampling_under_the_name_of_magic_t_is_found_out() {
    assertFoundOut(
        MAGIC_T,
        "distinct-runs",
        method("magic-t", settings -> at(settings, "sampler").put("name", "spos")));
  }

  @Test
  void an_alignment_of_weight_0_is_found_out() {
    assertFoundOut(
        MAGIC_A,
        "distinct-runs",
        method("magic-a", settings -> at(settings, "alignment", "settings").put("weight", 0)));
  }

  @Test
  void a_seed_that_is_run_twice_is_found_out() {
    assertFoundOut(
        MAGIC_T,
        "distinct-runs",
        trial ->
            trial.seed() == 2
                ? Trial.of(trial.kind(), trial.method(), 1, trial.needs(), trial.settings())
                : trial);
  }

  @Test
  void a_shuffled_truth_is_found_out() {
    List<String> children = childModels();
    int half = children.size() / 2;
    assertFoundOut(
        MAGIC_T,
        "ranks-at-all",
        method(
            "stand-alone",
            settings -> {
              int place = children.indexOf(settings.path("architecture").asText());
              String other = children.get((place + half) % children.size());
              settings.put("architecture", other);
            }));
  }

  private static List<String> childModels() {
    return plan.trials().stream()
        .filter(trial -> trial.kind().equals("stand-alone"))
        .map(trial -> trial.settings().path("architecture").asText())
        .toList();
  }

  private static UnaryOperator<Trial> method(String method, Consumer<ObjectNode> fault) {
    return trial -> {
      if (!trial.method().equals(method)) {
        return trial;
      }
      ObjectNode settings = (ObjectNode) trial.settings();
      fault.accept(settings);
      return Trial.of(trial.kind(), trial.method(), trial.seed(), trial.needs(), settings);
    };
  }

  private static ObjectNode at(ObjectNode settings, String... path) {
    ObjectNode node = settings;
    for (String field : path) {
      node = (ObjectNode) node.get(field);
    }
    return node;
  }

  private static void assertFoundOut(String claim, String control, UnaryOperator<Trial> fault) {
    Judgement judgement = judged(claim, fault);

    assertThat(judgement.verdict().word()).isEqualTo("UNDECIDED");
    assertThat(judgement.verdict().reason())
        .contains("the instrument can't be trusted: the control " + control);
  }

  private static Judgement judged(String claim, UnaryOperator<Trial> fault) {
    List<RunRecord> records = new Laboratory(folder.resolve("cache"), fault).run(plan);
    return Judge.judge(claims, plan, scale, records).judgements().stream()
        .filter(judgement -> judgement.claim().id().equals(claim))
        .findFirst()
        .orElseThrow();
  }
}
