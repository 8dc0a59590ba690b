package magicbench.harness.execution;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import magicbench.harness.experiment.Experiments;
import magicbench.results.file.InputException;
import magicbench.results.packing.Forecast;
import magicbench.results.packing.StartOrder;
import magicbench.results.packing.Urgency;
import magicbench.results.plan.CostEstimator;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner.Progress;
import magicbench.results.record.TrialRunner.Request;

/** One run of a plan: each trial after what it needs, as many at once as there are workers. */
final class Schedule {

  private final Plan plan;
  private final Request request;
  private final Place place;
  private final Progress progress;
  private final Map<String, WorkOrder> waiting = new LinkedHashMap<>();
  private final Map<String, RunRecord> done = new HashMap<>();
  private Optional<InputException> fault = Optional.empty();

  Schedule(Plan plan, Request request, Place place, Progress progress) {
    if (request.workers() < 1) {
      throw new IllegalArgumentException("workers is " + request.workers() + ", not at least 1");
    }
    this.plan = plan;
    this.request = request;
    this.place = place;
    this.progress = progress;
  }

  List<RunRecord> run() {
    makeOrders();
    reuse();
    ExecutorService threads = Executors.newFixedThreadPool(request.workers());
    try {
      runWaiting(new ExecutorCompletionService<>(threads));
    } finally {
      threads.shutdownNow();
    }
    fault.ifPresent(
        first -> {
          throw first;
        });
    return plan.trials().stream().map(trial -> done.get(trial.id())).toList();
  }

  private void makeOrders() {
    Experiments experiments = new Experiments();
    Fingerprints fingerprints = new Fingerprints(experiments, place.threads());
    Map<String, Fingerprint> known = new HashMap<>();
    for (Trial trial : plan.trials()) {
      SortedMap<String, Fingerprint> needs = needs(trial, known);
      Fingerprint own = fingerprints.of(trial, needs.values());
      known.put(trial.id(), own);
      waiting.put(
          trial.id(),
          new WorkOrder(
              trial,
              plan.scale(),
              request.cache().toAbsolutePath().toString(),
              own,
              needs,
              fingerprints.classPathStamp(),
              request.recompute(),
              sharesProcess(experiments, trial, own)));
    }
  }

  /** Never on a GPU: a process that waits would keep its memory there. */
  private static boolean sharesProcess(Experiments experiments, Trial trial, Fingerprint own) {
    return own.device().equals("cpu") && experiments.of(trial.kind()).sharesProcess(trial);
  }

  private static SortedMap<String, Fingerprint> needs(Trial trial, Map<String, Fingerprint> known) {
    SortedMap<String, Fingerprint> needs = new TreeMap<>();
    for (String need : trial.needs()) {
      if (!known.containsKey(need)) {
        throw new IllegalArgumentException(
            "trial " + trial.id() + " needs " + need + ", which the plan doesn't list before it");
      }
      needs.put(need, known.get(need));
    }
    return needs;
  }

  private void reuse() {
    Store store = new Store(request.cache());
    Map<String, RunRecord> found = new LinkedHashMap<>();
    if (!request.recompute()) {
      for (WorkOrder order : waiting.values()) {
        store
            .existing(order.trial(), order.fingerprint())
            .ifPresent(
                folder ->
                    folder
                        .peek()
                        .ifPresent(
                            record -> {
                              TrialLock.ifFree(folder.lock(), () -> folder.tidy(record));
                              found.put(order.trial().id(), record);
                            }));
      }
    }
    progress.begins(plan.trials().size(), found.size());
    found.values().forEach(record -> end(record, true));
  }

  private void end(RunRecord record, boolean cached) {
    RunRecord asked = Records.atScale(record, plan.scale());
    waiting.remove(record.trial().id());
    done.put(record.trial().id(), asked);
    progress.ended(asked, cached);
  }

  private void runWaiting(CompletionService<Place.Ran> threads) {
    StartOrder starts = startOrder();
    int running = 0;
    while (!waiting.isEmpty()) {
      while (running < request.workers() && starts.hasNext()) {
        WorkOrder order = waiting.get(starts.next().id());
        threads.submit(() -> run(order));
        running++;
      }
      Place.Ran ran = next(threads);
      running--;
      end(ran.record(), ran.cached());
      if (ran.record().outcome() == Outcome.FAILED) {
        failThoseThatNeed(ran.record(), starts);
      } else {
        starts.done(ran.record().trial().id());
      }
    }
  }

  /** Where all can run at once, nobody has to be asked what they cost. */
  private StartOrder startOrder() {
    List<Trial> trials = waiting.values().stream().map(WorkOrder::trial).toList();
    Map<String, Double> costs = new HashMap<>();
    if (trials.size() > request.workers()) {
      Forecast operations = Forecast.ofOperations(estimators(), 1);
      trials.forEach(
          trial -> operations.seconds(trial).ifPresent(cost -> costs.put(trial.id(), cost)));
    }
    return new StartOrder(trials, done.keySet(), Urgency.of(trials, costs));
  }

  private static List<CostEstimator> estimators() {
    return ServiceLoader.load(CostEstimator.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private void failThoseThatNeed(RunRecord broken, StartOrder starts) {
    Deque<RunRecord> failed = new ArrayDeque<>(List.of(broken));
    while (!failed.isEmpty()) {
      RunRecord need = failed.remove();
      for (Trial asker : starts.askers(need.trial().id())) {
        WorkOrder order = waiting.get(asker.id());
        if (order != null) {
          RunRecord record = Records.failed(order, withoutNeed(need));
          end(record, false);
          failed.add(record);
        }
      }
    }
  }

  private static String withoutNeed(RunRecord need) {
    return "needs trial "
        + need.trial().id()
        + " ("
        + need.trial().kind()
        + "), which failed: "
        + need.note();
  }

  private Place.Ran run(WorkOrder order) {
    try {
      return place.run(order, (share, line) -> progress.moved(order.trial(), share, line));
    } catch (InputException e) {
      remember(e);
      return new Place.Ran(Records.failed(order, e.getMessage()), false);
    }
  }

  private synchronized void remember(InputException e) {
    fault = fault.or(() -> Optional.of(e));
  }

  private static Place.Ran next(CompletionService<Place.Ran> threads) {
    try {
      return threads.take().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while trials ran", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a trial's executor broke: " + e.getCause(), e.getCause());
    }
  }
}
