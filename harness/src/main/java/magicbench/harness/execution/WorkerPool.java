package magicbench.harness.execution;

import java.util.List;
import magicbench.results.plan.Plan;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;

/**
 * Runs trials in worker processes, one trial a process, several at once.
 *
 * <p>The engine's seed, threads and gradient collector belong to a process, so this is the only way
 * to train two networks at a time.
 */
public final class WorkerPool implements TrialRunner {

  /** A runner. */
  public WorkerPool() {}

  @Override
  public List<RunRecord> run(Plan plan, Request request, Progress progress) {
    try (Place processes = new WorkerProcess()) {
      return new Schedule(plan, request, processes, progress).run();
    }
  }
}
