package magicbench.ci.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import magicbench.results.file.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KubernetesFilesTest {

  @TempDir private Path root;

  private static SortedMap<String, String> files(String folder) {
    return KubernetesFiles.of(
        Cluster.run(folder),
        new KubernetesFiles.Volume("shared-claim", folder),
        "registry.example/magicbench:1");
  }

  private static JsonNode manifest(String folder, String name) {
    return Json.yamlTree(name, files(folder).get(name).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00-text.yaml", "01-net.yaml", "finish.yaml", "submit.sh"})
  void writes_the_golden_file(String name) throws Exception {
    Cluster.assertGolden(files(Cluster.NASTY).get(name), "kubernetes/" + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00-text.yaml", "01-net.yaml", "02-probe.yaml", "finish.yaml"})
  void a_manifest_has_the_published_shape_of_a_job(String name) throws Exception {
    assertThat(misfits(manifest(Cluster.NASTY, name))).isEmpty();
  }

  @Test
  void a_slip_in_a_manifest_is_found() throws Exception {
    JsonNode manifest = manifest("/shared", "01-net.yaml");
    ((ObjectNode) manifest.get("spec")).put("completion", 3);

    assertThat(misfits(manifest)).isNotEmpty();
  }

  private static List<Error> misfits(JsonNode manifest) throws Exception {
    try (InputStream in =
        KubernetesFilesTest.class.getResourceAsStream("/cluster/job-batch-v1.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(in)
          .validate(manifest);
    }
  }

  @Test
  void a_stage_is_an_indexed_job_with_an_index_an_element() {
    JsonNode spec = manifest("/shared", "01-net.yaml").get("spec");

    assertThat(spec.get("completionMode").asText()).isEqualTo("Indexed");
    assertThat(spec.get("completions").asInt()).isEqualTo(4);
    assertThat(spec.get("parallelism").asInt()).isEqualTo(3);
    assertThat(pod(spec).get("activeDeadlineSeconds").asLong()).isEqualTo(181_800);
  }

  @Test
  void only_a_stage_that_computes_asks_for_a_gpu() {
    assertThat(limits("01-net.yaml").get("nvidia.com/gpu").asText()).isEqualTo("1");
    assertThat(limits("00-text.yaml").has("nvidia.com/gpu")).isFalse();
    assertThat(limits("finish.yaml").has("nvidia.com/gpu")).isFalse();
  }

  private static JsonNode limits(String name) {
    return container(manifest("/shared", name)).get("resources").get("limits");
  }

  private static JsonNode container(JsonNode manifest) {
    return pod(manifest.get("spec")).get("containers").get(0);
  }

  private static JsonNode pod(JsonNode spec) {
    return spec.get("template").get("spec");
  }

  /** The command as a container gets it: Kubernetes makes one dollar of two. */
  private static List<String> command(JsonNode manifest) {
    List<String> words = new ArrayList<>();
    container(manifest).get("command").forEach(word -> words.add(word.asText().replace("$$", "$")));
    return words;
  }

  @Test
  void an_element_runs_its_own_pack_whatever_stands_in_a_path() {
    Shell.require("sh");
    String folder = root.resolve("it's $(touch broken) \"a\" `b` $HOME run").toString();
    Shell shell = new Shell(root.resolve("programs"));
    Shell.script(Path.of(folder, "bin/magicbench"), "#!/bin/sh\n(IFS='|'; echo \"$*\")\n");

    String said =
        shell.run(
            command(manifest(folder, "01-net.yaml")),
            "JOB_COMPLETION_INDEX=2",
            "MAGICBENCH_SHARED=" + folder);

    assertThat(said.strip())
        .isEqualTo(
            "run|--scale|tiny|--data|%1$s/text|--cache|%1$s/cache|--workers|1|--packs|%1$s/packs.json|--stage|01-net|--shard|3/4|--out|%1$s/elements/01-net-3"
                .formatted(folder));
  }

  @Test
  void every_variable_of_a_word_is_left_to_the_container() {
    files(Cluster.NASTY)
        .forEach(
            (name, text) -> {
              if (name.endsWith(".yaml")) {
                container(manifest(Cluster.NASTY, name))
                    .get("command")
                    .forEach(
                        word -> assertThat(word.asText().replace("$$", "")).doesNotContain("$"));
              }
            });
  }

  @Test
  void names_are_labels_of_at_most_fifty_letters() {
    for (Map.Entry<String, String> file : files("/shared").entrySet()) {
      if (file.getKey().endsWith(".yaml")) {
        assertThat(manifest("/shared", file.getKey()).at("/metadata/name").asText())
            .matches("[a-z]([a-z0-9-]{0,48}[a-z0-9])?");
      }
    }
  }

  @Test
  void shellcheck_has_no_complaint() {
    Shell.require("shellcheck");
    Path script = root.resolve("submit.sh");
    Shell.script(script, files(Cluster.NASTY).get("submit.sh"));

    assertThat(new Shell(root).run(List.of("shellcheck", script.toString()))).isEmpty();
  }

  @Test
  void a_level_is_applied_when_the_one_before_is_complete() {
    Shell.require("bash");
    Shell shell = new Shell(root.resolve("programs"));
    shell.program("kubectl", "echo \"$1 ${!#}\" >> \"$LOG\"\n");
    Path script = root.resolve("run/submit.sh");
    Shell.script(script, files("/shared").get("submit.sh"));

    assertThat(shell.run(List.of("bash", script.toString()))).isEmpty();

    assertThat(shell.logged())
        .filteredOn(line -> !line.startsWith("get"))
        .containsExactly(
            "apply --filename=" + script.resolveSibling("00-text.yaml"),
            "wait job/magicbench-tiny-00-text",
            "apply --filename=" + script.resolveSibling("01-net.yaml"),
            "wait job/magicbench-tiny-01-net",
            "apply --filename=" + script.resolveSibling("02-probe.yaml"),
            "wait job/magicbench-tiny-02-probe",
            "apply --filename=" + script.resolveSibling("finish.yaml"),
            "wait job/magicbench-tiny-finish");
  }

  @Test
  void a_job_that_failed_ends_the_script() {
    Shell.require("bash");
    Shell shell = new Shell(root.resolve("programs"));
    shell.program(
        "kubectl",
        """
        echo "$1" >> "$LOG"
        if [ "$1" = wait ]; then exit 1; fi
        if [ "$1" = get ] && grep -q apply "$LOG"; then echo -n True; fi
        """);
    Path script = root.resolve("run/submit.sh");
    Shell.script(script, files("/shared").get("submit.sh"));

    assertThat(shell.run(List.of("bash", script.toString())))
        .contains("job magicbench-tiny-00-text failed")
        .endsWith("(exit code 1)");
    assertThat(shell.logged()).containsOnlyOnce("apply");
  }
}
