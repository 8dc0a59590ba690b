package magicbench.harness.execution;

import java.util.List;
import magicbench.harness.experiment.Experiments;
import magicbench.results.plan.Plan;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;

/**
 * Runs trials one after the other in this process, for tests and debugging: the records are those
 * of {@link WorkerPool}.
 */
public final class InProcess implements TrialRunner {

  private static final String THREADS = "ai.djl.pytorch.num_threads";

  /** A runner. */
  public InProcess() {}

  @Override
  public List<RunRecord> run(Plan plan, Request request, Progress progress) {
    Request alone = new Request(request.cache(), 1, request.recompute());
    try (Place here = new Here()) {
      return new Schedule(plan, alone, here, progress).run();
    }
  }

  private static final class Here implements Place {

    private final Experiments experiments = new Experiments();

    @Override
    public Ran run(WorkOrder order, Crew.Listener listener) {
      return new TrialExecution(order, experiments, listener).run();
    }

    @Override
    public int threads() {
      return Integer.getInteger(THREADS, Runtime.getRuntime().availableProcessors());
    }

    @Override
    public void close() {
      // Nothing outlives a call.
    }
  }
}
