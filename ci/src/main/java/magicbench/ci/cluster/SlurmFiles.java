package magicbench.ci.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import magicbench.results.packing.Stage;

/**
 * The scripts of a run under Slurm: one submits a job array a stage, each after those whose trials
 * it needs, and a last job; one runs an element; one ends the run.
 */
public final class SlurmFiles {

  private static final String SUBMIT =
      """
      #!/bin/bash
      # Submits a run that 'magicbench plan --format slurm' shared out: an array of jobs a stage, each after the stages
      # that it needs, and a last job that merges, judges, reports and gates. Slurm's own variables (SBATCH_ACCOUNT,
      # SBATCH_PARTITION and others) hold for all of them.
      # After a failure submit it again: what was completed lies in the store and is not run twice.
      # shellcheck disable=SC2016 # a dollar in a name is meant as it stands
      set -euo pipefail
      here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
      mkdir -p "$here/logs"

      # Prints the number of the job that takes a name, a script with its words, and sbatch's own options before them.
      submit() {
        local name=$1 id
        shift
        id=$(sbatch --parsable --job-name="magicbench-$name" --chdir="$here" --open-mode=append \\
          --kill-on-invalid-dep=yes%s "$@") || return 1
        echo "${id%%%%;*}"
      }

      %s
      echo "Submitted %d stages and a last job: $last. To follow them: squeue --me"
      """;

  private static final String ELEMENT =
      """
      #!/bin/bash
      # Runs one element of a stage: one pack of packs.json. Its words: this folder, the stage, how many elements it has,
      # how many trials run at once. Killed and submitted again it goes on where it stopped.
      # shellcheck disable=SC2016 # a dollar in a path is meant as it stands
      set -euo pipefail
      here=$1 stage=$2 elements=$3 workers=$4
      number=${SLURM_ARRAY_TASK_ID:?is what Slurm sets in an array of jobs}
      exec %s run %s --cache %s --workers "$workers" \\
        --packs "$here/packs.json" --stage "$stage" --shard "$number/$elements" --out "$here/elements/$stage-$number"
      """;

  private static final String FINISH =
      """
      #!/bin/bash
      # Ends a run: what the elements recorded comes together, is judged, reported and held against what was accepted.
      # Its word: this folder.
      # shellcheck disable=SC2016 # a dollar in a path is meant as it stands
      set -euo pipefail
      here=$1
      %1$s merge --scale %2$s --records "$here/records" --packs "$here/packs.json" --from "$here"/elements/*/records
      %1$s judge %3$s --out "$here"
      %1$s report %3$s --out "$here"
      %1$s gate %3$s --out "$here"
      """;

  private final ClusterRun run;
  private final Optional<String> partition;

  private SlurmFiles(ClusterRun run, Optional<String> partition) {
    this.run = run;
    this.partition = partition;
  }

  /**
   * Writes the scripts.
   *
   * @param run what is to be run
   * @param partition Slurm's partition; empty for the cluster's own choice
   * @return each script by its file's name
   * @throws magicbench.results.file.InputException when a word holds a control character
   */
  public static SortedMap<String, String> of(ClusterRun run, Optional<String> partition) {
    return new SlurmFiles(run, partition).files();
  }

  private SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    String command = ShellWords.quoted(run.command());
    String selection = ShellWords.quoted(run.selection());
    files.put("submit.sh", submit());
    files.put(
        "element.sh",
        ELEMENT.formatted(command, selection, ShellWords.quoted(run.cache().toString())));
    files.put(
        "finish.sh", FINISH.formatted(command, ShellWords.quoted(run.packs().scale()), selection));
    return Collections.unmodifiableSortedMap(files);
  }

  private String submit() {
    List<Stage> stages = run.packs().stages();
    StringBuilder jobs = new StringBuilder();
    stages.forEach(stage -> jobs.append(array(stage)).append('\n'));
    jobs.append(
        """
        last=$(submit finish --output=logs/finish.log --cpus-per-task=%d --mem=%dG%s \\
          "$here/finish.sh" "$here")
        """
            .formatted(
                run.ask().cpus(),
                run.ask().memoryGib(),
                after(stages.stream().map(Stage::name).toList())));
    String chosen = partition.map(name -> " --partition=" + ShellWords.quoted(name)).orElse("");
    return SUBMIT.formatted(chosen, jobs, stages.size());
  }

  private String array(Stage stage) {
    int elements = stage.packs().size();
    String gpus = run.gpus(stage) == 0 ? "" : " --gres=gpu:" + run.gpus(stage);
    String time =
        run.limitSeconds(stage).stream()
            .mapToObj(seconds -> " --time=" + time(seconds))
            .collect(Collectors.joining());
    return """
    %s=$(submit %s --array='1-%d%%%d' --output='logs/%s-%%a.log' --cpus-per-task=%d --mem=%dG%s%s%s \\
      "$here/element.sh" "$here" %s %d %d)"""
        .formatted(
            variable(stage.name()),
            stage.name(),
            elements,
            Math.min(run.atOnce(), elements),
            stage.name(),
            run.ask().cpus(),
            run.ask().memoryGib(),
            gpus,
            time,
            after(stage.needs()),
            stage.name(),
            elements,
            run.workers(stage));
  }

  private static String after(List<String> stages) {
    return stages.isEmpty()
        ? ""
        : stages.stream()
            .map(stage -> "$" + variable(stage))
            .collect(Collectors.joining(":", " --dependency=\"afterok:", "\""));
  }

  private static String variable(String stage) {
    return "stage_" + stage.replace('-', '_');
  }

  /** Days, hours, minutes and seconds as Slurm reads them. */
  private static String time(long seconds) {
    return String.format(
        Locale.ROOT,
        "%d-%02d:%02d:%02d",
        seconds / 86_400,
        seconds / 3600 % 24,
        seconds / 60 % 60,
        seconds % 60);
  }
}
