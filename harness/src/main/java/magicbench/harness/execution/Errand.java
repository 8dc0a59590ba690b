package magicbench.harness.execution;

import java.nio.file.Path;
import java.util.List;

/**
 * One trial, as whoever has it carried out sees it.
 *
 * @param trialId whose
 * @param orderFile the work order, in one folder with all others of a run
 * @param log the trial's log, which what its worker says is appended to
 * @param sharesProcess whether the worker waits for another order after this one
 * @param device {@code cpu} or {@code gpu}
 * @param folder the trial's folder in the store, relative to it, with slashes
 * @param needs the folders of the trials that it reads, likewise
 * @param recompute whether to run what the store already holds
 */
public record Errand(
    String trialId,
    Path orderFile,
    Path log,
    boolean sharesProcess,
    String device,
    String folder,
    List<String> needs,
    boolean recompute) {

  /** Keeps an immutable copy. */
  public Errand {
    needs = List.copyOf(needs);
  }

  /**
   * The same for a worker that finds order and log elsewhere.
   *
   * @param otherOrder the work order
   * @param otherLog the trial's log
   * @return the errand
   */
  public Errand at(Path otherOrder, Path otherLog) {
    return new Errand(
        trialId, otherOrder, otherLog, sharesProcess, device, folder, needs, recompute);
  }
}
