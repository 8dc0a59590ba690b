package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.ranking.PathScorer;
import magicbench.harness.search.LatencyTable;
import magicbench.harness.search.Objective;
import magicbench.harness.search.Quest;
import magicbench.harness.search.Search;
import magicbench.harness.search.SearchTrace;
import magicbench.harness.space.ImageLayout;
import magicbench.harness.space.Layout;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.task.HeldOutUse;
import magicbench.harness.task.SuperNetTask;
import magicbench.harness.training.Batch;
import magicbench.harness.training.ChildWeights;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;

/**
 * Looks for the child model that a trained super-net scores best, and leaves its layout to be
 * trained alone. It starts over when killed.
 */
public final class SearchExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "search";

  /** An experiment. */
  public SearchExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, SearchSettings.class).device());
  }

  @Override
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    SearchSettings settings = TrialSettings.read(trial, SearchSettings.class);
    Needs needs = new Needs(trial, context);
    Subject subject = Subject.of(settings, needs);
    SuperNetTask task = subject.task();
    List<? extends Batch> heldOut = task.heldOut(HeldOutUse.SCORE, settings.batches());
    Optional<LatencyTable> latencies = settings.latencies(needs);
    Search search = Services.made(KIND, "strategy", () -> settings.search(needs));
    Seeds seeds = new Seeds(trial.seed());
    long start = System.nanoTime();
    SearchTrace trace;
    try (NDManager manager = NDManager.newBaseManager(DeviceKind.of(settings.device()).device());
        SuperNet net = subject.net(seeds, manager)) {
      ChildWeights.readAll(needs.only(Keeping.NET_WEIGHTS, superNet(settings)), net);
      Quest quest =
          new Quest(
              settings.searchSpace(),
              settings.limits(latencies),
              objective(net, heldOut, settings, context),
              settings.evaluations());
      trace = Services.made(KIND, "strategy", () -> search.run(quest, settings.random(seeds)));
    }
    double seconds = PacedTraining.secondsSince(start);
    leave(settings, trace.best().child().toString(), context.artifact());
    SearchReport report = new SearchReport(settings.sized(), latencies, trace);
    SortedMap<String, Double> metrics = report.metrics();
    metrics.put("searchSeconds", seconds);
    metrics.put("scoredShareInTraining", task.shareInTraining(heldOut));
    return new TrialResult(
        Outcome.COMPLETED, "", metrics, new TreeMap<>(), report.tables(), subject.origins());
  }

  /** What kind of trial leaves a super-net to be searched. */
  private static String superNet(SearchSettings settings) {
    return settings.images() == null ? SuperNetExperiment.KIND : ImageSuperNetExperiment.KIND;
  }

  private static void leave(SearchSettings settings, String found, Path artifact) {
    if (settings.images() == null) {
      LayoutFile.write(artifact, new Layout(settings.space(), found));
    } else {
      ImageLayoutFile.write(artifact, new ImageLayout(settings.images().space(), found));
    }
  }

  private static Objective objective(
      SuperNet net,
      List<? extends Batch> heldOut,
      SearchSettings settings,
      ExperimentContext context) {
    PathScorer scorer = new PathScorer(net, context::alive);
    long[] scored = {0};
    return children -> {
      context.moved(
          (double) scored[0] / settings.evaluations(), "searching, " + scored[0] + " scored");
      scored[0] += children.size();
      return scorer.losses(children, heldOut);
    };
  }
}
