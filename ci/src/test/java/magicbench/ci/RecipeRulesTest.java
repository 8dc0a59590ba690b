package magicbench.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import magicbench.results.file.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recipes for CI platforms have the published shape, and our own rules hold. */
final class RecipeRulesTest {

  static List<Path> githubWorkflows() {
    return Recipes.githubWorkflows();
  }

  static List<Path> gitlabPipelines() {
    return Recipes.gitlabPipelines();
  }

  private static List<com.networknt.schema.Error> misfits(String schema, JsonNode tree)
      throws IOException {
    try (InputStream in =
        RecipeRulesTest.class.getResourceAsStream("/recipes/schema/" + schema + ".json")) {
      Schema form = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in);
      return form.validate(tree);
    }
  }

  private static JsonNode yaml(String text) {
    return Json.yamlTree("a test", text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Map.Entry<String, JsonNode>> jobs(Path workflow) {
    List<Map.Entry<String, JsonNode>> jobs = new ArrayList<>();
    Recipes.yaml(workflow).get("jobs").properties().forEach(jobs::add);
    return jobs;
  }

  private static List<JsonNode> steps(Path workflow) {
    List<JsonNode> steps = new ArrayList<>();
    jobs(workflow).forEach(job -> job.getValue().get("steps").forEach(steps::add));
    return steps;
  }

  @Test
  void there_are_the_workflows_that_the_readme_names() {
    assertThat(githubWorkflows())
        .extracting(Recipes::name)
        .containsExactly(
            "ci/workflows/gpu.yml", "ci/workflows/laptop.yml", "ci/workflows/smoke.yml");
    assertThat(gitlabPipelines())
        .extracting(Recipes::name)
        .containsExactly("ci/gitlab/magicbench.gitlab-ci.yml");
  }

  @ParameterizedTest
  @MethodSource("githubWorkflows")
  void a_workflow_has_the_published_shape(Path file) throws IOException {
    assertThat(misfits("github-workflow", Recipes.yaml(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("gitlabPipelines")
  void a_pipeline_has_the_published_shape(Path file) throws IOException {
    assertThat(misfits("gitlab-ci", Recipes.yaml(file))).isEmpty();
  }

  @Test
  void the_published_shapes_refuse_what_is_wrong() throws IOException {
    assertThat(misfits("github-workflow", yaml("on: push\njobs: {a: {steps: [{run: x}]}}")))
        .isNotEmpty();
    assertThat(misfits("gitlab-ci", yaml("a: {script: [x], scirpt: [y]}"))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("githubWorkflows")
  void a_workflow_may_read_and_no_more_unless_a_job_says_so(Path file) {
    assertThat(Recipes.yaml(file).get("permissions")).hasToString("{\"contents\":\"read\"}");
  }

  @Test
  void only_the_job_that_publishes_may_write_and_only_pages() {
    for (Path file : githubWorkflows()) {
      for (Map.Entry<String, JsonNode> job : jobs(file)) {
        String expected =
            job.getKey().equals("publish") ? "{\"pages\":\"write\",\"id-token\":\"write\"}" : "";
        assertThat(job.getValue().path("permissions")).as(job.getKey()).hasToString(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("githubWorkflows")
  void a_workflow_has_a_concurrency_group_and_every_job_an_end(Path file) {
    assertThat(Recipes.yaml(file).path("concurrency").has("group")).isTrue();
    assertThat(jobs(file))
        .allSatisfy(job -> assertThat(job.getValue().has("timeout-minutes")).isTrue());
  }

  @ParameterizedTest
  @MethodSource("githubWorkflows")
  void an_action_is_pinned_by_commit_and_tells_its_version(Path file) {
    assertThat(Recipes.text(file).lines().filter(line -> line.contains("uses:")))
        .isNotEmpty()
        .allMatch(line -> line.matches(".*uses: actions/[a-z-]+@[0-9a-f]{40} # v[0-9.]+"));
  }

  @ParameterizedTest
  @MethodSource("githubWorkflows")
  void a_checkout_leaves_no_credentials_behind(Path file) {
    assertThat(steps(file))
        .filteredOn(step -> step.path("uses").asText().startsWith("actions/checkout@"))
        .isNotEmpty()
        .allMatch(step -> step.at("/with/persist-credentials").asText().equals("false"));
  }

  @ParameterizedTest
  @MethodSource("githubWorkflows")
  void what_was_measured_is_kept_also_after_a_failure(Path file) {
    assertThat(steps(file))
        .filteredOn(step -> step.path("uses").asText().startsWith("actions/upload-artifact@"))
        .isNotEmpty()
        .allMatch(step -> step.path("if").asText().equals("always()"));
  }

  /** An expression in shell code would be filled in before the shell sees it: anybody's text. */
  @ParameterizedTest
  @MethodSource("githubWorkflows")
  void no_expression_stands_in_shell_code(Path file) {
    assertThat(steps(file)).noneMatch(step -> step.path("run").asText().contains("${{"));
  }

  @Test
  void every_job_of_a_pipeline_has_an_end_and_keeps_its_artefacts_after_a_failure() {
    Recipes.yaml(gitlabPipelines().get(0))
        .properties()
        .forEach(
            job -> {
              if (job.getValue().has("script")) {
                assertThat(job.getValue().has("timeout")).as(job.getKey()).isTrue();
                assertThat(job.getValue().at("/artifacts/when").asText())
                    .as(job.getKey())
                    .isEqualTo(job.getKey().equals("magicbench-plan") ? "" : "always");
              }
            });
  }

  @Test
  void self_hosted_runners_never_run_a_strangers_pull_request() {
    for (Path file : githubWorkflows()) {
      if (Recipes.text(file).contains("self-hosted,")) {
        assertThat(Recipes.yaml(file).get("on").fieldNames())
            .toIterable()
            .containsExactly("workflow_dispatch");
      }
    }
  }
}
