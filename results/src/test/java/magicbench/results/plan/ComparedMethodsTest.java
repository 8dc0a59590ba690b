package magicbench.results.plan;

import static magicbench.results.plan.PlanFixtures.experiment;
import static magicbench.results.plan.PlanFixtures.json;
import static magicbench.results.plan.PlanFixtures.scaleOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;

/** Plans of claims that compare two methods by a truth. */
class ComparedMethodsTest {

  private static final Metric METRIC =
      new Metric("gain", "scores", "loss", "loss", List.of(), 1, "plain", "alone");

  private static Claim claim() throws IOException {
    return claim(METRIC);
  }

  private static Claim claim(Metric metric) throws IOException {
    Claim given = PlanFixtures.claims().get(0);
    return new Claim(
        given.id(),
        given.version(),
        given.suite(),
        given.title(),
        given.statement(),
        given.source(),
        given.paperValue(),
        "net",
        "fancy",
        metric,
        given.direction(),
        given.tolerance(),
        given.decision(),
        given.controls(),
        given.changes());
  }

  private static Scale scale() throws IOException {
    SortedMap<String, JsonNode> methods =
        new TreeMap<>(
            Map.of(
                "fancy", json("{\"sampler\": {\"name\": \"chain\"}}"),
                "fancier", json("{\"steps\": 9}"),
                "plain", json("{}")));
    SortedMap<String, List<JsonNode>> each =
        new TreeMap<>(Map.of("architecture", List.of(json("\"a.b\""), json("\"b.b\""))));
    Scale.Experiment net =
        new Scale.Experiment(
            List.of(1L, 2L),
            List.of("text"),
            json("{\"sampler\": {\"name\": \"uniform\"}, \"steps\": 5}"),
            methods,
            new TreeMap<>(),
            "",
            new TreeMap<>());
    Scale.Experiment alone =
        new Scale.Experiment(
            List.of(9L),
            List.of("text"),
            json("{}"),
            new TreeMap<>(),
            each,
            "alone",
            new TreeMap<>());
    return scaleOf(Map.of("net", net, "alone", alone, "text", experiment(List.of())));
  }

  private static Plan plan() throws IOException {
    return Planner.plan(List.of(claim()), scale(), Overrides.none());
  }

  @Test
  void plans_both_methods_seed_by_seed_and_the_truth_once() throws IOException {
    assertThat(plan().trials())
        .extracting(trial -> trial.kind() + " " + trial.method() + " " + trial.seed())
        .containsExactly(
            "text none 0",
            "net fancy 1",
            "net fancy 2",
            "net plain 1",
            "net plain 2",
            "alone alone 9",
            "alone alone 9");
  }

  @Test
  void asks_for_all_of_them_to_judge_the_claim() throws IOException {
    assertThat(plan().trialsByClaim().values()).hasSize(1).allMatch(ids -> ids.size() == 6);
  }

  @Test
  void plans_the_methods_beside_a_claims_own_too() throws IOException {
    Metric beside =
        new Metric(
            "gain-growth",
            "metrics",
            "rate",
            "loss",
            List.of(),
            1,
            "plain",
            "",
            List.of(),
            List.of("fancier", "plain"));
    Plan plan = Planner.plan(List.of(claim(beside)), scale(), Overrides.none());

    assertThat(plan.trials())
        .extracting(trial -> trial.method() + " " + trial.seed())
        .containsExactlyInAnyOrder(
            "none 0", "fancy 1", "fancy 2", "fancier 1", "fancier 2", "plain 1", "plain 2");
  }

  /** Both methods under two learning rates. */
  private static Scale twoRates() throws IOException {
    Map<String, Scale.Experiment> experiments = new TreeMap<>(scale().experiments());
    Scale.Experiment net = experiments.get("net");
    SortedMap<String, List<JsonNode>> each =
        new TreeMap<>(Map.of("rate", List.of(json("\"high\""), json("\"low\""))));
    experiments.put(
        "net",
        new Scale.Experiment(
            net.seeds(),
            net.needs(),
            net.settings(),
            net.methods(),
            each,
            net.ownMethod(),
            net.needsOf()));
    return scaleOf(experiments);
  }

  private static Metric onlyRate(String... rates) {
    return new Metric(
        "gain", "metrics", "rate", "loss", List.of(), 1, "plain", "", List.of(rates), List.of());
  }

  @Test
  void asks_only_the_trials_of_the_listed_values_where_a_claim_lists_some() throws IOException {
    Plan plan = Planner.plan(List.of(claim(onlyRate("low"))), twoRates(), Overrides.none());

    List<String> asked = plan.trialsByClaim().values().iterator().next();
    assertThat(asked).hasSize(4);
    assertThat(plan.trials())
        .filteredOn(trial -> asked.contains(trial.id()))
        .allMatch(trial -> trial.settings().path("rate").asText().equals("low"));
  }

  @Test
  void refuses_a_listed_value_that_no_trial_has() throws IOException {
    Claim claim = claim(onlyRate("low", "medium"));
    Scale scale = twoRates();

    assertThatThrownBy(() -> Planner.plan(List.of(claim), scale, Overrides.none()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no trial of net has the rate medium");
  }

  @Test
  void lays_a_methods_settings_over_the_kinds() throws IOException {
    List<Trial> trials = plan().trials();
    assertThat(trials.get(1).settings())
        .isEqualTo(json("{\"sampler\": {\"name\": \"chain\"}, \"steps\": 5}"));
    assertThat(trials.get(3).settings())
        .isEqualTo(json("{\"sampler\": {\"name\": \"uniform\"}, \"steps\": 5}"));
  }

  @Test
  void refuses_a_method_that_the_kind_doesn_t_name() throws IOException {
    Claim claim = claim();
    Scale scale = scale();
    Map<String, Scale.Experiment> experiments = new TreeMap<>(scale.experiments());
    Scale.Experiment net = experiments.get("net");
    SortedMap<String, JsonNode> methods = new TreeMap<>(net.methods());
    methods.remove("plain");
    experiments.put(
        "net",
        new Scale.Experiment(
            net.seeds(),
            net.needs(),
            net.settings(),
            methods,
            net.each(),
            net.ownMethod(),
            net.needsOf()));

    assertThatThrownBy(() -> Planner.plan(List.of(claim), scaleOf(experiments), Overrides.none()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("experiment net names no method plain, which claim " + claim.id())
        .hasMessageContaining("named are [fancier, fancy]");
  }

  @Test
  void makes_a_trial_of_each_listed_value() throws IOException {
    assertThat(plan().trials().subList(5, 7))
        .extracting(trial -> trial.settings().get("architecture").textValue())
        .containsExactly("a.b", "b.b");
  }

  @Test
  void a_listed_value_may_bring_other_settings_along() throws IOException {
    Scale.Experiment listed =
        new Scale.Experiment(
            List.of(),
            List.of(),
            json("{\"epochs\": 3, \"rate\": 1}"),
            new TreeMap<>(),
            new TreeMap<>(
                Map.of("task", List.of(json("\"a\""), json("{\"task\": \"b\", \"epochs\": 10}")))),
            "alone",
            new TreeMap<>());

    assertThat(Variants.of(listed, "alone"))
        .containsExactly(
            json("{\"epochs\": 3, \"rate\": 1, \"task\": \"a\"}"),
            json("{\"epochs\": 10, \"rate\": 1, \"task\": \"b\"}"));
  }

  private static Scale studied(Map<String, Scale.Experiment> experiments, String truth)
      throws IOException {
    Scale.Study study =
        new Scale.Study(
            "s",
            "t",
            "x",
            List.of(
                new Scale.Study.Point("1", "fancy", "plain"),
                new Scale.Study.Point("2", "fancier", "plain", truth)));
    Scale scale = scale();
    return new Scale(
        scale.name(),
        scale.statement(),
        scale.assumedFlopsPerSecond(),
        scale.workers(),
        new TreeMap<>(experiments),
        "",
        Optional.empty(),
        List.of(),
        List.of(study));
  }

  private static Plan planOf(Scale scale) throws IOException {
    return Planner.plan(List.of(claim()), scale, Overrides.none());
  }

  @Test
  void plans_the_methods_that_a_scale_studies_though_no_claim_asks() throws IOException {
    Plan plan = planOf(studied(scale().experiments(), ""));

    assertThat(plan.trials()).hasSize(plan().trials().size() + 2).containsAll(plan().trials());
    assertThat(plan.trials()).extracting(Trial::method).contains("fancier");
    assertThat(plan.trialsByClaim()).isEqualTo(plan().trialsByClaim());
  }

  @Test
  void a_study_may_name_a_truth_of_its_own_with_child_models_of_its_own() throws IOException {
    Map<String, Scale.Experiment> experiments = new TreeMap<>(scale().experiments());
    Scale.Experiment alone = experiments.get("alone");
    SortedMap<String, JsonNode> methods =
        new TreeMap<>(Map.of("alone-wide", json("{\"wide\": true, \"architecture\": [\"c.d\"]}")));
    experiments.put(
        "alone",
        new Scale.Experiment(
            alone.seeds(),
            alone.needs(),
            alone.settings(),
            methods,
            alone.each(),
            "alone",
            alone.needsOf()));

    Plan plan = planOf(studied(experiments, "alone-wide"));

    assertThat(plan.trials()).containsAll(plan().trials());
    assertThat(plan.trials())
        .filteredOn(trial -> trial.method().equals("alone-wide"))
        .singleElement()
        .extracting(Trial::settings)
        .isEqualTo(json("{\"wide\": true, \"architecture\": \"c.d\"}"));
    assertThat(plan.trialsByClaim()).isEqualTo(plan().trialsByClaim());
  }

  @Test
  void refuses_a_studys_truth_that_the_kind_doesn_t_name() throws IOException {
    Scale studied = studied(scale().experiments(), "alone-wide");

    assertThatThrownBy(() -> planOf(studied))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("experiment alone names no method alone-wide, which study s needs");
  }

  @Test
  void a_suite_that_is_left_out_is_not_asked() throws IOException {
    Scale without =
        new Scale(
            "small",
            "",
            1,
            1,
            scale().experiments(),
            "",
            Optional.empty(),
            List.of(claim().suite()),
            List.of());

    assertThat(scale().asked(List.of(claim()))).containsExactly(claim());
    assertThatThrownBy(() -> without.asked(List.of(claim())))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not asked at scale small");
  }
}
