package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import magicbench.results.record.RunRecord;
import magicbench.results.stats.RankCorrelation;

/**
 * Whether super-nets that interfere less rank better: mean gradient cosine (low interference is
 * high) against agreement with the truth, one point a run.
 *
 * @param runs every run whose gradients were probed
 * @param acrossMethods Spearman's rho over methods within a seed, mean over seeds: do methods that
 *     interfere less rank better? Empty with fewer than three methods
 * @param withinMethods Spearman's rho over seeds within a method, mean over methods: do seeds that
 *     interfere less rank better? Empty with fewer than three seeds
 */
public record Mechanism(
    List<Run> runs, Optional<Estimate> acrossMethods, Optional<Estimate> withinMethods) {

  private static final int FEWEST = 3;

  /** Keeps an immutable copy. */
  public Mechanism {
    runs = List.copyOf(runs);
  }

  /**
   * One super-net.
   *
   * @param method its method
   * @param seed its seed
   * @param cosine the mean gradient cosine, -1 to 1
   * @param agreement Kendall's tau-b with the truth, mean over last evaluations
   */
  public record Run(String method, long seed, double cosine, double agreement) {}

  /** Empty where fewer than two runs were probed or an agreement is undefined. */
  static Optional<Mechanism> of(Contest contest, double confidence) {
    List<Run> runs = new ArrayList<>();
    contest.runs().forEach((method, records) -> runs.addAll(runs(contest, method, records)));
    if (runs.size() < 2 || !runs.stream().allMatch(run -> Double.isFinite(run.agreement()))) {
      return Optional.empty();
    }
    return Optional.of(
        new Mechanism(
            runs,
            correlation("over methods, within seeds", grouped(runs, Run::seed), confidence),
            correlation("over seeds, within methods", grouped(runs, Run::method), confidence)));
  }

  private static List<Run> runs(Contest contest, String method, List<RunRecord> records) {
    double[] agreements = contest.rankings().get(method).agreements(Agreement.TAU);
    List<Long> seeds = contest.rankings().get(method).scores().seeds();
    List<Run> runs = new ArrayList<>();
    for (RunRecord record : records) {
      if (isProbed(record)) {
        double cosine =
            Arrays.stream(record.tables().get(Probe.PAIRS).number(Probe.COSINE))
                .average()
                .orElseThrow();
        long seed = record.trial().seed();
        runs.add(new Run(method, seed, cosine, agreements[seeds.indexOf(seed)]));
      }
    }
    return runs;
  }

  private static boolean isProbed(RunRecord record) {
    return record.tables().containsKey(Probe.PAIRS) && record.tables().get(Probe.PAIRS).rows() > 0;
  }

  private static <K extends Comparable<K>> SortedMap<K, List<Run>> grouped(
      List<Run> runs, Function<Run, K> key) {
    return Collections.unmodifiableSortedMap(
        new TreeMap<>(runs.stream().collect(Collectors.groupingBy(key))));
  }

  private static Optional<Estimate> correlation(
      String over, SortedMap<?, List<Run>> groups, double confidence) {
    double[] each =
        groups.entrySet().stream()
            .map(Map.Entry::getValue)
            .filter(runs -> runs.size() >= FEWEST)
            .map(Mechanism::correlation)
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    if (each.length == 0) {
      return Optional.empty();
    }
    int observations = groups.values().stream().mapToInt(List::size).sum();
    return Optional.of(
        Estimates.ofCorrelations(
            "Spearman's rho of gradient cosine and tau-b " + over, each, observations, confidence));
  }

  private static OptionalDouble correlation(List<Run> runs) {
    return RankCorrelation.spearman(
        runs.stream().mapToDouble(Run::cosine).toArray(),
        runs.stream().mapToDouble(Run::agreement).toArray());
  }
}
