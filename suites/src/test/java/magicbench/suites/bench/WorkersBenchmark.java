package magicbench.suites.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import magicbench.suites.Silence;

/**
 * Times a part of scale laptop's ground truth on one worker and on two, by turns, each time from an
 * empty store; the tokenised text is made before the clock starts. Run it with
 * suites/bench/workers.sh, on two idle processor cores.
 */
public final class WorkersBenchmark {

  private static final String TRUTH = "stand-alone";
  private static final String TEXT = "tokenise";

  private final Plan plan;
  private final TrialRunner runner;

  private WorkersBenchmark(Plan plan, TrialRunner runner) {
    this.plan = plan;
    this.runner = runner;
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments the number of trials, an even one, 8 if absent; the number of rounds, 1 if
   *     absent
   * @throws IOException when the temporary folder can't be written
   */
  public static void main(String[] arguments) throws IOException {
    int trials = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
    TrialRunner runner = ServiceLoader.load(TrialRunner.class).findFirst().orElseThrow();
    WorkersBenchmark benchmark = new WorkersBenchmark(truth(trials), runner);
    for (int round = 1; round <= rounds; round++) {
      double one = benchmark.seconds(1);
      double two = benchmark.seconds(2);
      System.out.printf(
          Locale.ROOT,
          "round %d: %d trials in %.1f s on one worker, %.1f s on two: %.2f times faster%n",
          round,
          trials,
          one,
          two,
          one / two);
    }
  }

  private static Plan truth(int trials) {
    ClassLoader loader = WorkersBenchmark.class.getClassLoader();
    Scale laptop = Scales.fromClasspath(loader).named("laptop");
    Plan whole =
        Planner.plan(
            laptop.asked(ClaimRegistry.fromClasspath(loader).all()), laptop, Overrides.none());
    Set<String> first =
        whole.trials().stream()
            .filter(trial -> trial.kind().equals(TRUTH))
            .limit(trials)
            .map(Trial::id)
            .collect(Collectors.toSet());
    return whole
        .ofKinds(List.of(TRUTH))
        .only(trial -> trial.kind().equals(TEXT) || first.contains(trial.id()));
  }

  private double seconds(int workers) throws IOException {
    Path cache = Files.createTempDirectory("workers-benchmark");
    try {
      TrialRunner.Request request = new TrialRunner.Request(cache, workers, false);
      run(plan.only(trial -> trial.kind().equals(TEXT)), request);
      long start = System.nanoTime();
      run(plan, request);
      return (System.nanoTime() - start) / 1e9;
    } finally {
      delete(cache);
    }
  }

  private void run(Plan part, TrialRunner.Request request) {
    List<RunRecord> records = runner.run(part, request, new Silence());
    for (RunRecord record : records) {
      if (record.outcome() != Outcome.COMPLETED) {
        throw new IllegalStateException(record.trial().id() + ": " + record.note());
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
