package magicbench.ci.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.file.Json;
import magicbench.results.packing.Stage;

/**
 * The manifests of a run under Kubernetes: one Indexed Job a stage and a last Job, and a script
 * that applies the stages of a level, waits for them, and goes on with the next. What comes from a
 * user is a word of its own in a container's command, never a part of shell code.
 */
public final class KubernetesFiles {

  private static final int JOB_NAME = 50;
  private static final int RETRIES = 2;
  private static final String VOLUME = "shared";

  private static final String ELEMENT =
      """
      number=$((JOB_COMPLETION_INDEX + 1))
      exec "$0" "$@" --shard "$number/%d" --out "$MAGICBENCH_SHARED/elements/%s-$number"
      """;

  private static final String FINISH =
      """
      set -eu
      "$0" merge --scale "$1" --records "$2/records" --packs "$2/packs.json" --from "$2"/elements/*/records
      folder=$2
      shift 2
      "$0" judge "$@" --out "$folder"
      "$0" report "$@" --out "$folder"
      "$0" gate "$@" --out "$folder"
      """;

  private static final String SUBMIT =
      """
      #!/bin/bash
      # Applies a run that 'magicbench plan --format k8s' shared out: the Jobs of a level, then, when all of them are
      # complete, those of the next, and a last Job that merges, judges, reports and gates.
      # After a failure start it again: what was completed lies in the store and is not run twice.
      set -euo pipefail
      here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)

      has_failed() {
        local said
        said=$(kubectl get "job/$1" --ignore-not-found \\
          --output='jsonpath={.status.conditions[?(@.type=="Failed")].status}') || return 2
        [ "$said" = True ]
      }

      apply() {
        if has_failed "$1"; then
          kubectl delete "job/$1"
        fi
        kubectl apply --filename="$here/$2"
      }

      await() {
        until kubectl wait --for=condition=complete --timeout=30s "job/$1" > /dev/null 2>&1; do
          if has_failed "$1"; then
            echo "job $1 failed; its pods: kubectl get pods --selector=job-name=$1" >&2
            exit 1
          fi
          sleep 1
        done
      }

      %s
      """;

  private final ClusterRun run;
  private final Volume volume;
  private final String image;

  private KubernetesFiles(ClusterRun run, Volume volume, String image) {
    this.run = run;
    this.volume = volume;
    this.image = image;
  }

  /**
   * The shared volume.
   *
   * @param claim the name of the persistent volume claim, in the namespace where the Jobs run
   * @param mount where containers see it; the folder with {@code packs.json} lies there
   */
  public record Volume(String claim, String mount) {}

  /**
   * Writes manifests and script.
   *
   * @param run what is to be run
   * @param volume holds packs, store, records and what is made of them
   * @param image the container's image, which holds the program
   * @return each file's content by its name
   */
  public static SortedMap<String, String> of(ClusterRun run, Volume volume, String image) {
    return new KubernetesFiles(run, volume, image).files();
  }

  private SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    run.packs().stages().forEach(stage -> files.put(file(stage.name()), yaml(array(stage))));
    files.put(file("finish"), yaml(last()));
    files.put("submit.sh", submit());
    return Collections.unmodifiableSortedMap(files);
  }

  private static String file(String name) {
    return name + ".yaml";
  }

  private String jobName(String name) {
    String scale = run.packs().scale().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String all = "magicbench-" + scale + "-" + name;
    String cut =
        all.length() <= JOB_NAME
            ? all
            : "magicbench-" + name.substring(0, Math.min(JOB_NAME - 11, name.length()));
    return cut.replaceAll("-+$", "");
  }

  private ObjectNode array(Stage stage) {
    int elements = stage.packs().size();
    List<String> words =
        new ArrayList<>(
            List.of(
                "/bin/sh", "-c", ELEMENT.formatted(elements, stage.name()), run.command(), "run"));
    words.addAll(run.selection());
    words.addAll(
        List.of(
            "--cache",
            run.cache().toString(),
            "--workers",
            Integer.toString(run.workers(stage)),
            "--packs",
            volume.mount() + "/packs.json",
            "--stage",
            stage.name()));
    ObjectNode job = job(stage.name(), words, run.gpus(stage));
    ObjectNode spec = (ObjectNode) job.get("spec");
    spec.put("completionMode", "Indexed");
    spec.put("completions", elements);
    spec.put("parallelism", Math.min(run.atOnce(), elements));
    spec.put("backoffLimitPerIndex", RETRIES);
    run.limitSeconds(stage).ifPresent(seconds -> pod(job).put("activeDeadlineSeconds", seconds));
    return job;
  }

  private ObjectNode last() {
    List<String> words =
        new ArrayList<>(
            List.of("/bin/sh", "-c", FINISH, run.command(), run.packs().scale(), volume.mount()));
    words.addAll(run.selection());
    ObjectNode job = job("finish", words, 0);
    ((ObjectNode) job.get("spec")).put("backoffLimit", 0);
    return job;
  }

  private ObjectNode job(String name, List<String> words, int gpus) {
    ObjectNode job = Json.json().createObjectNode();
    job.put("apiVersion", "batch/v1").put("kind", "Job");
    job.putObject("metadata").put("name", jobName(name));
    ObjectNode pod = job.putObject("spec").putObject("template").putObject("spec");
    pod.put("restartPolicy", "Never");
    container(pod.putArray("containers").addObject(), words, gpus);
    ObjectNode shared = pod.putArray("volumes").addObject().put("name", VOLUME);
    shared.putObject("persistentVolumeClaim").put("claimName", volume.claim());
    return job;
  }

  private void container(ObjectNode container, List<String> words, int gpus) {
    container.put("name", "magicbench").put("image", image);
    ArrayNode command = container.putArray("command");
    words.forEach(word -> command.add(asItStands(word)));
    ObjectNode shared = container.putArray("env").addObject().put("name", "MAGICBENCH_SHARED");
    shared.put("value", asItStands(volume.mount()));
    String memory = run.ask().memoryGib() + "Gi";
    ObjectNode resources = container.putObject("resources");
    ObjectNode limits = resources.putObject("limits").put("memory", memory);
    if (gpus > 0) {
      limits.put("nvidia.com/gpu", Integer.toString(gpus));
    }
    ObjectNode requests = resources.putObject("requests").put("memory", memory);
    requests.put("cpu", Integer.toString(run.ask().cpus()));
    ObjectNode mounted = container.putArray("volumeMounts").addObject().put("name", VOLUME);
    mounted.put("mountPath", volume.mount());
  }

  /** Kubernetes puts variables in the place of $(NAME) and makes one dollar of two. */
  private static String asItStands(String word) {
    return word.replace("$", "$$");
  }

  private static ObjectNode pod(ObjectNode job) {
    return (ObjectNode) job.get("spec").get("template").get("spec");
  }

  private String submit() {
    SortedMap<Integer, List<String>> byLevel = new TreeMap<>();
    for (Stage stage : run.packs().stages()) {
      byLevel.computeIfAbsent(stage.level(), any -> new ArrayList<>()).add(stage.name());
    }
    String calls =
        Stream.concat(byLevel.values().stream(), Stream.of(List.of("finish")))
            .map(this::calls)
            .collect(Collectors.joining("\n"));
    return SUBMIT.formatted(calls);
  }

  private String calls(List<String> level) {
    Stream<String> applied =
        level.stream().map(name -> "apply " + jobName(name) + " " + file(name));
    Stream<String> awaited = level.stream().map(name -> "await " + jobName(name));
    return Stream.concat(applied, awaited).collect(Collectors.joining("\n"));
  }

  private static String yaml(ObjectNode manifest) {
    try {
      return Json.yaml().writeValueAsString(manifest);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always YAML", e);
    }
  }
}
