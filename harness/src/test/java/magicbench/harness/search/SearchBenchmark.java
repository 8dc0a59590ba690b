package magicbench.harness.search;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.truth.MacroSpace;
import magicbench.results.own.MacroTruth;
import magicbench.results.plan.Seeds;
import magicbench.results.stats.Interval;
import magicbench.results.stats.MeanInterval;
import magicbench.results.stats.Summary;

/**
 * Evolution against random search on NAS-Bench-Macro (eight layers of three operators, all 6,561
 * trained alone), at equal numbers of evaluations. A child model's score is its mean test accuracy;
 * regret is how much less accurate than the table's best the best found is. Run it with
 * harness/bench/search.sh.
 */
public final class SearchBenchmark {

  private static final List<Integer> STOPS = List.of(50, 100, 200, 500, 1000);
  private static final double CONFIDENCE = 0.95;

  private final Map<Architecture, Double> accuracies;
  private final SearchSpace space = MacroSpace.settings().space();

  private SearchBenchmark(Map<Architecture, Double> accuracies) {
    this.accuracies = accuracies;
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments the table's file, and the number of seeds, 40 if absent
   */
  public static void main(String[] arguments) {
    int seeds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
    MacroTruth table = MacroTruth.read(Path.of(arguments[0]));
    System.out.println("table " + table.sha256());
    Map<Architecture, Double> accuracies = new HashMap<>();
    MacroSpace.truth(table).forEach((child, entry) -> accuracies.put(child, entry.mean()));
    new SearchBenchmark(accuracies).run(seeds);
  }

  private void run(int seeds) {
    double best = accuracies.values().stream().mapToDouble(v -> v).max().orElseThrow();
    System.out.printf(Locale.ROOT, "best accuracy %.3f; %d seeds%n", best, seeds);
    List<SearchTrace> evolution = traces(EvolutionarySearch.OF_SPOS, seeds);
    List<SearchTrace> random = traces(new RandomSearch(50), seeds);
    for (int stop : STOPS) {
      double[] evolved = regrets(evolution, best, stop);
      double[] drawn = regrets(random, best, stop);
      double[] less = IntStream.range(0, seeds).mapToDouble(i -> drawn[i] - evolved[i]).toArray();
      print(stop, Summary.mean(evolved), Summary.mean(drawn), less);
    }
  }

  private List<SearchTrace> traces(Search search, int seeds) {
    Quest quest =
        new Quest(
            space,
            Limits.NONE,
            children -> children.stream().mapToDouble(child -> -accuracies.get(child)).toArray(),
            STOPS.get(STOPS.size() - 1));
    return IntStream.rangeClosed(1, seeds)
        .mapToObj(seed -> search.run(quest, new Seeds(seed).random("search")))
        .toList();
  }

  private static double[] regrets(List<SearchTrace> traces, double best, int stop) {
    return traces.stream().mapToDouble(trace -> best + trace.bestAfter(stop).score()).toArray();
  }

  private static void print(int stop, double evolved, double drawn, double[] less) {
    Interval interval = MeanInterval.studentT(less, CONFIDENCE);
    System.out.printf(
        Locale.ROOT,
        "after %4d evaluations: regret of evolution %.3f, of random search %.3f points;"
            + " less by %.3f, 95 %% interval [%.3f, %.3f]%n",
        stop,
        evolved,
        drawn,
        Summary.mean(less),
        interval.low(),
        interval.high());
  }
}
