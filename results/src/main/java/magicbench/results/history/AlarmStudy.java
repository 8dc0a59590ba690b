package magicbench.results.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import magicbench.results.claim.Claim;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.plan.Seeds;
import magicbench.results.stats.Interval;
import magicbench.results.stats.LeaveOneOut;
import magicbench.results.stats.Summary;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Measures how often the gate sounds, from repetitions of one code with fresh seeds: each is split
 * at random into a history, a run and its repetition, and the gate's own {@link Watch} decides.
 */
public final class AlarmStudy {

  private static final int[] WINDOWS = {1, 5, 20};
  private static final double[] SPREADS = {0.5, 1, 1.5, 2};

  /** Beside the largest window a run and its repetition. */
  private static final int FEWEST_RUNS = 24;

  private static final double CONFIDENCE = 0.95;

  private final Rules rules;
  private final List<Claim> claims;
  private final List<List<HistoryEntry>> runs;
  private final int splits;

  private AlarmStudy(Rules rules, List<Claim> claims, List<List<HistoryEntry>> runs, int splits) {
    this.rules = rules;
    this.claims = claims;
    this.runs = runs;
    this.splits = splits;
  }

  /**
   * Measures.
   *
   * @param history repetitions of one design with seeds of their own each
   * @param claims every claim that may occur
   * @param rules of the gate
   * @param splits how many random splits each, at least 1
   * @return the rates
   * @throws InputException when there are too few repetitions
   */
  public static AlarmRates of(
      List<HistoryEntry> history, List<Claim> claims, Rules rules, int splits) {
    List<List<HistoryEntry>> runs = runs(history);
    if (runs.size() < FEWEST_RUNS) {
      throw new InputException(
          "history",
          "holds " + runs.size() + " repetitions, fewer than " + FEWEST_RUNS,
          "run more: 'magicbench run --fresh-seeds N', judge and 'magicbench history --add'");
    }
    AlarmStudy study = new AlarmStudy(rules, claims, runs, splits);
    return new AlarmRates(
        AlarmRates.SCHEMA_VERSION,
        history.get(0).scale(),
        history.get(0).device(),
        List.copyOf(new TreeSet<>(history.stream().map(HistoryEntry::commit).toList())),
        Hashes.sha256(Json.canonical(history).getBytes(StandardCharsets.UTF_8)),
        runs.size(),
        rules,
        Arrays.stream(WINDOWS).mapToObj(study::alarms).toList(),
        Arrays.stream(WINDOWS).boxed().flatMap(window -> study.powers(window).stream()).toList());
  }

  /** Lines of one run belong together: all claims of a run have its seeds. */
  private static List<List<HistoryEntry>> runs(List<HistoryEntry> history) {
    Map<Collection<Long>, List<HistoryEntry>> bySeeds = new LinkedHashMap<>();
    history.forEach(
        entry ->
            bySeeds
                .computeIfAbsent(List.copyOf(entry.perSeed().keySet()), seeds -> new ArrayList<>())
                .add(entry));
    return List.copyOf(bySeeds.values());
  }

  private AlarmRates.Alarms alarms(int window) {
    LeaveOneOut alarmed = new LeaveOneOut(runs.size());
    int suspected = 0;
    for (int split = 0; split < splits; split++) {
      int[] order = order(window, split);
      Watch watch = watch(order, window);
      List<Shift> worse = worse(watch.of(runs.get(order[window])));
      suspected += worse.isEmpty() ? 0 : 1;
      boolean sounds =
          !worse.isEmpty() && !watch.confirmed(worse, runs.get(order[window + 1])).isEmpty();
      alarmed.add(Arrays.copyOf(order, window + 2), sounds);
    }
    return new AlarmRates.Alarms(
        window, splits, (double) suspected / splits, alarmed.share(), interval(alarmed));
  }

  private Interval interval(LeaveOneOut alarmed) {
    return alarmed.share() > 0
        ? alarmed.interval(CONFIDENCE)
        : new Interval(0, 1 - Math.pow(1 - CONFIDENCE, 2.0 / runs.size()), CONFIDENCE);
  }

  private List<AlarmRates.Power> powers(int window) {
    List<AlarmRates.Power> powers = new ArrayList<>();
    for (String claim : new TreeSet<>(runs.get(0).stream().map(HistoryEntry::claim).toList())) {
      double spread = spread(claim);
      for (double spreads : SPREADS) {
        double found = found(window, claim, spreads * spread);
        powers.add(new AlarmRates.Power(claim, window, spreads, spreads * spread, splits, found));
      }
    }
    return powers;
  }

  private double found(int window, String claim, double size) {
    int found = 0;
    for (int split = 0; split < splits; split++) {
      int[] order = order(window, split);
      Watch watch = watch(order, window);
      List<Shift> worse = worse(watch.of(worsened(runs.get(order[window]), claim, size)));
      List<HistoryEntry> again = worsened(runs.get(order[window + 1]), claim, size);
      if (!worse.isEmpty()
          && watch.confirmed(worse, again).stream()
              .anyMatch(shift -> shift.claim().equals(claim))) {
        found++;
      }
    }
    return (double) found / splits;
  }

  private List<HistoryEntry> worsened(List<HistoryEntry> run, String claim, double size) {
    double by =
        claims.stream()
            .filter(known -> known.id().equals(claim))
            .mapToDouble(known -> -known.direction().sign() * size)
            .findFirst()
            .orElse(-size);
    return run.stream()
        .map(entry -> entry.claim().equals(claim) ? moved(entry, by) : entry)
        .toList();
  }

  private static HistoryEntry moved(HistoryEntry entry, double by) {
    SortedMap<Long, Double> moved = new TreeMap<>(entry.perSeed());
    moved.replaceAll((seed, value) -> value + by);
    return entry.withPerSeed(moved);
  }

  private double spread(String claim) {
    return Summary.standardDeviation(
        runs.stream()
            .flatMap(List::stream)
            .filter(entry -> entry.claim().equals(claim))
            .flatMap(entry -> entry.perSeed().values().stream())
            .mapToDouble(Double::doubleValue)
            .toArray());
  }

  private int[] order(int window, int split) {
    UniformRandomProvider random = new Seeds(window).randomAt("alarm-study", split);
    int[] order = PermutationSampler.natural(runs.size());
    PermutationSampler.shuffle(random, order);
    return order;
  }

  private Watch watch(int[] order, int window) {
    return new Watch(
        rules,
        claims,
        Arrays.stream(order, 0, window).mapToObj(runs::get).flatMap(List::stream).toList());
  }

  private static List<Shift> worse(List<Shift> shifts) {
    return shifts.stream().filter(shift -> shift.kind() == Shift.Kind.WORSE).toList();
  }
}
