package magicbench.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import magicbench.results.verdict.Estimators;
import magicbench.results.verdict.Judge;
import magicbench.results.verdict.VerdictFile;
import magicbench.results.verdict.Verdicts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ships: every claim can be judged and planned at every scale. */
final class ShippedClaimsTest {

  private static final ClassLoader LOADER = ShippedClaimsTest.class.getClassLoader();
  private static final JsonNode NO_TASK = MissingNode.getInstance();
  private static final List<Claim> CLAIMS = ClaimRegistry.fromClasspath(LOADER).all();
  private static final Map<String, Plan> PLANS =
      AskingScales.of(CLAIMS)
          .collect(
              Collectors.toUnmodifiableMap(
                  Scale::name,
                  scale -> Planner.plan(scale.asked(CLAIMS), scale, Overrides.none())));

  @TempDir private Path folder;

  static Stream<Claim> claims() {
    return CLAIMS.stream();
  }

  static Stream<Scale> scales() {
    return AskingScales.of(CLAIMS);
  }

  @Test
  void two_scales_ask_no_claim() {
    assertThat(Scales.fromClasspath(LOADER).all())
        .filteredOn(scale -> !AskingScales.asks(scale, CLAIMS))
        .extracting(Scale::name)
        .containsExactlyInAnyOrder("laptop-minilm", "laptop-tasks");
  }

  @Test
  void at_paper_scale_three_tasks_of_the_masked_model_start_from_mnli() {
    List<Trial> trials = plan(Scales.fromClasspath(LOADER).named("paper")).trials();
    List<Trial> tuned =
        trials.stream().filter(trial -> trial.kind().equals("fine-tuning")).toList();

    assertThat(tuned).hasSize(4 * 8 * 8);
    assertThat(tuned)
        .filteredOn(trial -> trial.settings().has("startFrom"))
        .hasSize(2 * 8 * 3)
        .extracting(trial -> trial.settings().path("task").textValue())
        .containsOnly("MRPC", "RTE", "STS-B");
    assertThat(tuned)
        .filteredOn(trial -> trial.settings().has("lowestShare"))
        .extracting(Trial::method)
        .containsOnly("electra-twin", "magic-at-replaced");
    assertThat(trials)
        .filteredOn(trial -> trial.kind().equals("intermediate-fine-tuning"))
        .hasSize(2 * 8);
  }

  @Test
  void a_reading_claim_asks_one_version_of_squad_at_paper_scale() {
    Plan plan = plan(Scales.fromClasspath(LOADER).named("paper"));

    assertThat(plan.trials())
        .filteredOn(trial -> trial.kind().equals("reading"))
        .hasSize(4 * 8 * 2);
    assertThat(plan.trialsByClaim().get("squad.v20-f1-over-electra-twin"))
        .hasSize(2 * 8)
        .allSatisfy(id -> assertThat(taskOf(plan, id)).isEqualTo("SQuAD-2.0"));
  }

  private static String taskOf(Plan plan, String id) {
    return plan.trials().stream()
        .filter(trial -> trial.id().equals(id))
        .map(trial -> trial.settings().path("task").textValue())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_scale_of_a_published_network_trains_none_before_the_tasks() {
    Scale scale = Scales.fromClasspath(LOADER).named("laptop-minilm");

    List<Trial> trials = Planner.ofKind("embedded-fine-tuning", scale, Overrides.none()).trials();

    assertThat(trials)
        .extracting(Trial::kind)
        .containsOnly("tokenise", "embedded-tasks", "published-weights", "embedded-fine-tuning");
    assertThat(trials).filteredOn(t -> t.kind().equals("embedded-fine-tuning")).hasSize(18);
  }

  @Test
  void the_scale_of_labelled_tasks_plans_each_of_them_after_its_pre_training() {
    Scale scale = Scales.fromClasspath(LOADER).named("laptop-tasks");

    for (String kind : List.of("fine-tuning", "embedded-fine-tuning")) {
      List<Trial> trials = Planner.ofKind(kind, scale, Overrides.none()).trials();
      int tasks = scale.experiments().get(kind).each().get("task").size();
      assertThat(trials).filteredOn(trial -> trial.kind().equals(kind)).hasSize(5 * tasks);
      assertThat(trials).filteredOn(trial -> trial.kind().equals("pre-training")).hasSize(5);
      assertThat(trials)
          .extracting(trial -> trial.settings().path("text").path("vocabularySize").asInt(8192))
          .containsOnly(8192);
    }
  }

  @Test
  void the_claims_and_scales_are_those_that_the_readme_tells_of() {
    assertThat(CLAIMS)
        .extracting(Claim::id)
        .containsExactly(
            "compression.found-over-twin-10m",
            "compression.found-over-twin-30m",
            "compression.found-over-twin-5m",
            "compression.found-over-twin-60m",
            "compression.gap-grows",
            "compression.gap-grows-10m-to-5m",
            "compression.gap-grows-60m-to-5m",
            "compression.large-found-over-twin",
            "compression.small-found-over-twin",
            "compression.teacher-helps-found-10m",
            "compression.teacher-helps-found-30m",
            "compression.teacher-helps-found-5m",
            "compression.teacher-helps-found-60m",
            "compression.teacher-helps-found-large",
            "compression.teacher-helps-found-small",
            "compression.teacher-helps-twin-10m",
            "compression.teacher-helps-twin-30m",
            "compression.teacher-helps-twin-5m",
            "compression.teacher-helps-twin-60m",
            "compression.teacher-helps-twin-large",
            "compression.teacher-helps-twin-small",
            "glue-gain.over-electra-base",
            "glue-gain.over-roberta-base",
            "glue.found-over-electra-twin",
            "glue.found-over-random-search",
            "glue.found-over-roberta-twin",
            "glue.magic-found-over-spos-found",
            "imagenet.found-over-random-search",
            "imagenet.found-over-twin",
            "imagenet.interference-grows",
            "imagenet.magic-a-over-random",
            "imagenet.magic-at-over-random",
            "imagenet.magic-t-over-random",
            "imagenet.similar-inputs",
            "imagenet.similar-outputs",
            "imagenet.top-1-on-imagenet",
            "interference.grows-with-differences",
            "ranking.magic-a-interferes-less",
            "ranking.magic-a-over-matched",
            "ranking.magic-a-over-random",
            "ranking.magic-at-interferes-less",
            "ranking.magic-at-over-magic-a",
            "ranking.magic-at-over-magic-t",
            "ranking.magic-t-interferes-less",
            "ranking.magic-t-over-random",
            "rivals.fairnas-over-random",
            "rivals.magic-a-over-fixed-anchor",
            "rivals.magic-t-over-its-replay",
            "rivals.pada-path-over-random",
            "rivals.strict-over-expected-fairness",
            "similarity.inputs",
            "similarity.outputs",
            "squad.embedded-exact-over-electra-twin",
            "squad.embedded-exact-over-roberta-twin",
            "squad.embedded-f1-over-electra-twin",
            "squad.embedded-f1-over-roberta-twin",
            "squad.v11-exact-over-electra-twin",
            "squad.v11-exact-over-roberta-twin",
            "squad.v11-f1-over-electra-twin",
            "squad.v11-f1-over-roberta-twin",
            "squad.v20-exact-over-electra-twin",
            "squad.v20-exact-over-roberta-twin",
            "squad.v20-f1-over-electra-twin",
            "squad.v20-f1-over-roberta-twin");
    assertThat(scales())
        .extracting(Scale::name)
        .containsExactly(
            "alarms",
            "gpu",
            "gpu-compression",
            "laptop",
            "laptop-compression",
            "laptop-compression-brief",
            "laptop-full",
            "laptop-glue",
            "laptop-glue-learned",
            "laptop-images",
            "laptop-images-full",
            "laptop-images-learned",
            "laptop-ladder",
            "laptop-squad",
            "laptop-squad-brief",
            "overnight",
            "paper",
            "paper-compression",
            "paper-images",
            "smoke");
  }

  @ParameterizedTest
  @MethodSource("claims")
  void the_judge_knows_whatever_a_claim_names(Claim claim) {
    assertThatCode(() -> Estimators.check(claim)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("scales")
  void verdicts_of_every_claim_can_be_written_and_read_again(Scale scale) {
    Verdicts none = Judge.judge(scale.asked(CLAIMS), plan(scale), scale, List.of());
    Path file = folder.resolve(scale.name() + ".json");

    VerdictFile.write(file, none);

    assertThat(VerdictFile.read(file)).isEqualTo(none);
  }

  @ParameterizedTest
  @MethodSource("claims")
  void a_claim_names_its_suite_its_source_and_a_control(Claim claim) {
    assertThat(claim.id()).startsWith(claim.suite() + ".");
    assertThat(claim.source().locator()).isNotBlank();
    assertThat(claim.controls()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("claims")
  void a_claim_that_names_scales_names_some_that_there_are(Claim claim) {
    assertThat(scales()).extracting(Scale::name).containsAll(claim.scales());
  }

  @ParameterizedTest
  @MethodSource("scales")
  void every_claim_has_a_trial_a_seed_at_every_scale(Scale scale) {
    Plan plan = plan(scale);

    List<Claim> asked = scale.asked(CLAIMS);
    assertThat(plan.trialsByClaim()).hasSize(asked.size());
    for (Claim claim : asked) {
      assertThat(plan.trialsByClaim().get(claim.id())).hasSize(trialsOf(claim, scale)).isNotEmpty();
    }
  }

  /** One a seed of each of its methods, on every task where it has some, and the whole truth. */
  private static int trialsOf(Claim claim, Scale scale) {
    int methods = (claim.metric().against().isEmpty() ? 1 : 2) + claim.metric().beside().size();
    Scale.Experiment asked = scale.experiments().get(claim.experiment());
    int tasks =
        claim.metric().only().isEmpty()
            ? asked.each().getOrDefault("task", List.of(NO_TASK)).size()
            : claim.metric().only().size();
    int ofMethods = methods * asked.seeds().size() * tasks;
    if (claim.metric().truth().isEmpty()) {
      return ofMethods;
    }
    Scale.Experiment truth = scale.experiments().get(claim.metric().truth());
    return ofMethods + truth.seeds().size() * truth.each().get("architecture").size();
  }

  @ParameterizedTest
  @MethodSource("rankingScales")
  void a_scale_that_ranks_names_no_method_that_nothing_asks_for(Scale scale) {
    Map<String, Set<String>> planned =
        plan(scale).trials().stream()
            .collect(
                Collectors.groupingBy(
                    Trial::kind, Collectors.mapping(Trial::method, Collectors.toSet())));

    for (String family : List.of("", "image-")) {
      Scale.Experiment superNet = scale.experiments().get(family + "super-net");
      Scale.Experiment alone = scale.experiments().get(family + "stand-alone");
      if (superNet != null) {
        assertThat(planned.get(family + "super-net")).isEqualTo(superNet.methods().keySet());
        assertThat(planned.get(family + "stand-alone"))
            .containsAll(alone.methods().keySet())
            .hasSize(alone.methods().size() + 1);
      }
    }
  }

  /** One that extends another for a single suite inherits what the other ranks. */
  static Stream<Scale> rankingScales() {
    return scales().filter(ShippedClaimsTest::ranks);
  }

  private static boolean ranks(Scale scale) {
    return scale.asked(CLAIMS).stream().anyMatch(claim -> !claim.metric().truth().isEmpty());
  }

  @Test
  void the_full_grid_adds_methods_and_shares_the_trials_of_its_scale() {
    Scales scales = Scales.fromClasspath(LOADER);
    Scale grid = scales.named("laptop-full");
    List<Trial> laptop =
        Planner.plan(
                grid.asked(CLAIMS).stream().filter(ShippedClaimsTest::isNoRivals).toList(),
                scales.named("laptop"),
                Overrides.none())
            .trials();
    List<Trial> full = plan(grid).trials();

    assertThat(full).containsAll(laptop).hasSizeGreaterThan(2 * laptop.size());
    assertThat(scales.named("laptop-full").truthScale()).isEqualTo("laptop");
  }

  private static boolean isNoRivals(Claim claim) {
    return !claim.suite().equals("rivals");
  }

  @Test
  void the_ladder_judges_the_ranking_claims_by_the_trials_of_its_scale() {
    Scales scales = Scales.fromClasspath(LOADER);
    List<Trial> ladder = plan(scales.named("laptop-ladder")).trials();
    List<Trial> ranking =
        Planner.plan(
                CLAIMS.stream().filter(claim -> claim.suite().equals("ranking")).toList(),
                scales.named("laptop"),
                Overrides.none())
            .trials();

    assertThat(ladder).containsAll(ranking).hasSizeGreaterThan(2 * ranking.size());
  }

  @ParameterizedTest
  @MethodSource("scales")
  void no_trial_is_planned_twice_and_none_goes_without_what_it_needs(Scale scale) {
    List<Trial> trials = plan(scale).trials();

    assertThat(trials).extracting(Trial::id).doesNotHaveDuplicates();
    assertThat(trials.stream().map(Trial::id).toList())
        .containsAll(trials.stream().flatMap(trial -> trial.needs().stream()).toList());
  }

  private static Plan plan(Scale scale) {
    return PLANS.get(scale.name());
  }
}
