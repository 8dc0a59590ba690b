package magicbench.harness.execution;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
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
  private final Place.Listener listener;

  TrialExecution(WorkOrder order, Experiments experiments, Place.Listener listener) {
    this.order = order;
    this.store = new Store(Path.of(order.cache()));
    this.folder = store.folder(order.trial(), order.fingerprint());
    this.experiments = experiments;
    this.listener = listener;
  }

  Place.Ran run() {
    return TrialLock.whileLocked(folder.lock(), this::waiting, this::reuseOrMeasure);
  }

  private void waiting(String holder) {
    listener.moved(0, "trial " + order.trial().id() + " is being run by " + holder + "; waiting");
  }

  private Place.Ran reuseOrMeasure() {
    if (order.recompute()) {
      folder.clear();
    }
    return folder
        .reusable(warning -> listener.moved(0, warning))
        .map(known -> new Place.Ran(known, true))
        .orElseGet(() -> new Place.Ran(measure(), false));
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
      return folder.path();
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
    public void checkpointed() {
      stopwatch.note("checkpoint");
    }
  }
}
