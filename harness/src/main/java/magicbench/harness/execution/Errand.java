package magicbench.harness.execution;

import java.nio.file.Path;

/**
 * One trial, as whoever has it carried out sees it.
 *
 * @param trialId whose
 * @param orderFile the work order, in one folder with all others of a run
 * @param log the trial's log, which what its worker says is appended to
 * @param sharesProcess whether the worker waits for another order after this one
 * @param device {@code cpu} or {@code gpu}
 */
public record Errand(
    String trialId, Path orderFile, Path log, boolean sharesProcess, String device) {}
