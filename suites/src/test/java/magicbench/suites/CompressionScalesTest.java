package magicbench.suites;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.plan.Trial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What compression is at the scales that nobody has run yet: NAS-BERT's sizes, BERT-base as
 * teacher.
 */
final class CompressionScalesTest {

  private static final ClassLoader LOADER = CompressionScalesTest.class.getClassLoader();
  private static final int LAYERS = 24;

  private static final Map<String, Plan> PLANS =
      Stream.of("paper-compression", "gpu-compression")
          .collect(Collectors.toUnmodifiableMap(name -> name, CompressionScalesTest::plan));

  private static Plan plan(String name) {
    Scale scale = Scales.fromClasspath(LOADER).named(name);
    List<Claim> claims =
        scale.asked(ClaimRegistry.fromClasspath(LOADER).all()).stream()
            .filter(claim -> claim.suite().equals("compression"))
            .toList();
    return Planner.plan(claims, scale, Overrides.none());
  }

  private static Stream<Trial> trials(String scale, String kind) {
    return PLANS.get(scale).trials().stream().filter(trial -> trial.kind().equals(kind));
  }

  @ParameterizedTest
  @CsvSource({
    "paper-compression, 60m, 512, 8, 2048, 10",
    "paper-compression, 30m, 512, 8, 2048, 6",
    "paper-compression, 10m, 256, 4, 1024, 6",
    "paper-compression, 5m, 128, 2, 512, 6",
    "gpu-compression, 10m, 256, 4, 1024, 6",
    "gpu-compression, 5m, 128, 2, 512, 6"
  })
  void a_search_is_limited_by_nas_berts_hand_made_network(
      String scale, String size, int hidden, int heads, int inner, int blocks) {
    String limit = "mha.ffn" + ".mha.ffn".repeat(blocks - 1) + ".id".repeat(LAYERS - 2 * blocks);

    assertThat(trials(scale, "search"))
        .filteredOn(trial -> trial.method().equals("found-" + size))
        .hasSize(8)
        .allSatisfy(
            trial -> {
              JsonNode settings = trial.settings();
              assertThat(settings.path("noLargerThan").textValue()).isEqualTo(limit);
              assertThat(settings.at("/space/layers").intValue()).isEqualTo(LAYERS);
              assertThat(settings.at("/space/hidden").intValue()).isEqualTo(hidden);
              assertThat(settings.at("/space/heads").intValue()).isEqualTo(heads);
              assertThat(settings.at("/space/ffnInner").intValue()).isEqualTo(inner);
            });
    assertThat(trials(scale, "super-net"))
        .filteredOn(trial -> trial.method().equals("magic-at-h" + hidden))
        .hasSize(8)
        .allMatch(trial -> trial.settings().at("/space/hidden").intValue() == hidden);
  }

  @ParameterizedTest
  @CsvSource({"paper-compression, 4, 8", "gpu-compression, 2, 3"})
  void half_of_what_is_trained_is_taught_by_bert_base(String scale, int sizes, int tasks) {
    assertThat(trials(scale, "published-weights"))
        .extracting(trial -> trial.settings().path("model").textValue())
        .containsExactly("bert-base");
    assertThat(trials(scale, "pre-training")).hasSize(2 * 2 * sizes * 8);
    assertThat(trials(scale, "pre-training"))
        .filteredOn(trial -> trial.settings().has("teacher"))
        .hasSize(2 * sizes * 8)
        .allMatch(trial -> trial.settings().path("softShare").doubleValue() == 0.5);
    assertThat(trials(scale, "fine-tuning")).hasSize(2 * 2 * sizes * 8 * tasks);
    assertThat(trials(scale, "fine-tuning"))
        .filteredOn(trial -> trial.settings().has("softShare"))
        .hasSize(2 * sizes * 8 * tasks);
  }

  /** RoBERTa's table has rates and batches of its own for some tasks, and ELECTRA's epochs. */
  @ParameterizedTest
  @CsvSource({
    "paper-compression, RTE, batch, 16",
    "paper-compression, RTE, learningRate, 2.0E-5",
    "paper-compression, SST-2, batch, 32",
    "paper-compression, SST-2, learningRate, 1.0E-5",
    "paper-compression, QQP, warmupShare, 0.25",
    "paper-compression, MNLI, epochs, 10",
    "gpu-compression, SST-2, epochs, 3",
    "gpu-compression, STS-B, epochs, 10",
    "gpu-compression, STS-B, lowestShare, 0.055"
  })
  void a_task_is_tuned_as_the_recipe_says_by_learners_and_teacher(
      String scale, String task, String setting, String value) {
    assertThat(
            tuned(scale)
                .filter(trial -> trial.settings().path("task").asText().equals(task))
                .map(trial -> trial.settings().path(setting).asText())
                .collect(Collectors.toSet()))
        .containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"paper-compression", "gpu-compression"})
  void no_task_starts_from_another_ones_network(String scale) {
    assertThat(tuned(scale)).noneMatch(trial -> trial.settings().has("startFrom"));
  }

  private static Stream<Trial> tuned(String scale) {
    return Stream.of("fine-tuning", "teacher-tuning").flatMap(kind -> trials(scale, kind));
  }
}
