package magicbench.ci.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import magicbench.results.packing.Packs;
import magicbench.results.packing.Stage;

/**
 * A run that is shared out among the elements of job arrays.
 *
 * @param packs who runs what
 * @param selection the options that say which claims are meant, at which scale; every element plans
 *     by them
 * @param command the program {@code magicbench} as the elements find it
 * @param cache the folder of the store that all elements share
 * @param atOnce how many elements of a stage run at once, at least 1
 * @param ask what each element asks for
 */
public record ClusterRun(
    Packs packs, List<String> selection, String command, Path cache, int atOnce, Ask ask) {

  /** Starting a process and an engine on a busy node, whatever the trial. */
  private static final long START_SECONDS = 1800;

  /** Keeps an immutable copy. */
  public ClusterRun {
    selection = List.copyOf(selection);
  }

  /**
   * What each element asks for.
   *
   * @param gpus where its stage computes, 0 or more
   * @param cpus processor cores, at least 1
   * @param memoryGib memory in GiB, at least 1
   * @param timeFactor how many times the predicted time it may take, at least 1
   */
  public record Ask(int gpus, int cpus, int memoryGib, double timeFactor) {}

  /** How many GPUs an element of a stage asks for. */
  int gpus(Stage stage) {
    return stage.computes() ? ask.gpus() : 0;
  }

  /** How many trials an element of a stage runs at once: one on each of its GPUs. */
  int workers(Stage stage) {
    return Math.max(1, gpus(stage));
  }

  /** How long an element of a stage may take, in seconds; empty where nobody can tell. */
  OptionalLong limitSeconds(Stage stage) {
    return stage.longest().stream()
        .mapToLong(longest -> (long) Math.ceil(longest * ask.timeFactor()) + START_SECONDS)
        .findFirst();
  }
}
