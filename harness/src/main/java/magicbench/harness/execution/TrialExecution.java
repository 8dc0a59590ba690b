package magicbench.harness.execution;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import magicbench.harness.experiment.ExperimentContext;
import magicbench.harness.experiment.Experiments;
import magicbench.harness.experiment.TrialResult;
import magicbench.results.file.InputException;
import magicbench.results.file.WholeFile;
import magicbench.results.record.RunRecord;

/** Runs one trial in this process: lock, look up, measure, store. */
final class TrialExecution {

  private final WorkOrder order;
  private final Store store;
  private final TrialFolder folder;
  private final Experiments experiments;
  private final Crew.Listener listener;

  TrialExecution(WorkOrder order, Experiments experiments, Crew.Listener listener) {
    this.order = order;
    this.store = new Store(Path.of(order.cache()));
    this.folder = store.folder(order.trial(), order.fingerprint());
    this.experiments = experiments;
    this.listener = listener;
  }

  Place.Ran run() {
    return TrialLock.whileLocked(
        folder.lock(), new Waiting(order.trial().id()), this::reuseOrMeasure);
  }

  /** Says once who runs the trial that is waited for, and then that it goes on. */
  private final class Waiting implements TrialLock.Waiting {

    private final String trialId;

    Waiting(String trialId) {
      this.trialId = trialId;
    }

    @Override
    public void begins(String holder) {
      listener.moved(0, "trial " + trialId + " is being run by " + holder + "; waiting");
    }

    @Override
    public void goesOn() {
      listener.alive();
    }
  }

  private Place.Ran reuseOrMeasure() {
    if (order.recompute()) {
      folder.clear();
    }
    folder.sweep();
    return folder
        .reusable(warning -> listener.moved(0, warning))
        .map(known -> new Place.Ran(known, true))
        .orElseGet(() -> new Place.Ran(whileReading(List.copyOf(order.needs().keySet())), false));
  }

  /** What a trial reads stays as it is while it does: another run may want it computed anew. */
  private RunRecord whileReading(List<String> needs) {
    if (needs.isEmpty()) {
      return measure();
    }
    String first = needs.get(0);
    return TrialLock.whileShared(
        store.folder(first, order.needs().get(first)).resolve(TrialFolder.LOCK),
        new Waiting(first),
        () -> whileReading(needs.subList(1, needs.size())));
  }

  private RunRecord measure() {
    Stopwatch stopwatch = new Stopwatch(folder.attempts());
    TrialResult result;
    try {
      result = experiments.of(order.trial().kind()).run(order.trial(), new Context(stopwatch));
    } catch (InputException e) {
      stopwatch.note("ended");
      throw e;
    } catch (RuntimeException e) {
      result = TrialResult.failed(failure(e));
    }
    stopwatch.note("ended");
    RunRecord record = Records.of(order, result, stopwatch.startedAt(), stopwatch.cost());
    folder.save(record);
    folder.tidy(record);
    return record;
  }

  private String failure(RuntimeException e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace));
    WholeFile.write(folder.failure(), trace.toString());
    String message = (e.getClass().getSimpleName() + ": " + e.getMessage()).replaceAll("\\R", " ");
    return message + "; see " + folder.failure();
  }

  private final class Context implements ExperimentContext {

    private final Stopwatch stopwatch;

    Context(Stopwatch stopwatch) {
      this.stopwatch = stopwatch;
    }

    @Override
    public Path folder() {
      return folder.work();
    }

    @Override
    public Path artifact() {
      return folder.artifact();
    }

    @Override
    public Path artifactOf(String trialId) {
      Fingerprint fingerprint = order.needs().get(trialId);
      if (fingerprint == null) {
        throw new IllegalArgumentException(
            "trial " + order.trial().id() + " does not need " + trialId);
      }
      return store.folder(trialId, fingerprint).resolve("artifact");
    }

    @Override
    public void moved(double share, String message) {
      listener.moved(share, message);
    }

    @Override
    public void alive() {
      listener.alive();
    }

    @Override
    public void checkpointed() {
      stopwatch.note("checkpoint");
    }
  }
}
