package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Metric;
import magicbench.results.plan.Seeds;
import magicbench.results.record.RunRecord;

/**
 * What the networks of all methods score on labelled tasks at one scale, with ranks, and with what
 * each gains over random sampling: over all tasks, and on each.
 *
 * @param scale its name
 * @param kind the kind of trial that scored them
 * @param outcome the figure that is their score
 * @param together the mean over tasks
 * @param byTask each task alone, by its name
 * @param trials ids of the trials that were read, sorted
 */
public record TaskBoard(
    String scale,
    String kind,
    String outcome,
    RandomComparison together,
    SortedMap<String, RandomComparison> byTask,
    List<String> trials) {

  private static final double MOST = 100;

  /** Keeps immutable copies. */
  public TaskBoard {
    byTask = Collections.unmodifiableSortedMap(new TreeMap<>(byTask));
    trials = List.copyOf(trials);
  }

  /**
   * Reads what claims about labelled tasks were judged by.
   *
   * @param verdicts of one scale
   * @param recordsById its records
   * @return one for each kind of trial, figure and choice of tasks that claims name
   */
  public static List<TaskBoard> allOf(Verdicts verdicts, Map<String, RunRecord> recordsById) {
    Map<List<Object>, List<Judgement>> asked = new LinkedHashMap<>();
    verdicts.judgements().stream()
        .filter(judgement -> judgement.evidence().isPresent() && isOfTasks(judgement.claim()))
        .filter(judgement -> recordsById.keySet().containsAll(judgement.trials()))
        .forEach(
            judgement ->
                asked
                    .computeIfAbsent(question(judgement.claim()), any -> new ArrayList<>())
                    .add(judgement));
    return asked.values().stream()
        .map(claims -> of(verdicts.scale(), claims, recordsById))
        .toList();
  }

  private static boolean isOfTasks(Claim claim) {
    return claim.metric().kind().equals(Gains.TASKS) || claim.metric().kind().equals(Gains.GROWTH);
  }

  private static List<Object> question(Claim claim) {
    Metric metric = claim.metric();
    return List.of(claim.experiment(), metric.outcome(), metric.cause(), metric.only());
  }

  private static TaskBoard of(
      String scale, List<Judgement> claims, Map<String, RunRecord> recordsById) {
    Claim claim = claims.get(0).claim();
    Set<String> judged = new HashSet<>();
    claims.forEach(each -> judged.addAll(each.trials()));
    List<RunRecord> records =
        recordsById.values().stream()
            .filter(record -> judged.contains(record.trial().id()))
            .filter(record -> record.trial().kind().equals(claim.experiment()))
            .sorted(Comparator.comparing(record -> record.trial().id()))
            .toList();
    SortedMap<String, TaskScores> scores = scores(scale, claim, records);
    Making making = new Making(scale, claim, scores);
    SortedMap<String, RandomComparison> byTask = new TreeMap<>();
    List<String> tasks = making.tasks();
    for (int task = 0; task < tasks.size(); task++) {
      int at = task;
      byTask.put(tasks.get(task), making.compared(tasks.get(task), each -> each.of(at)));
    }
    return new TaskBoard(
        scale,
        claim.experiment(),
        claim.metric().outcome(),
        making
            .compared("mean over tasks", each -> TaskMeans.perSeed(each.bySeed()))
            .withClaims(claims),
        byTask,
        records.stream()
            .filter(record -> scores.containsKey(record.trial().method()))
            .map(record -> record.trial().id())
            .toList());
  }

  /** Of the methods that were scored from the same seeds on the same tasks as the claim's. */
  private static SortedMap<String, TaskScores> scores(
      String scale, Claim claim, Collection<RunRecord> records) {
    SortedMap<String, TaskScores> all = new TreeMap<>();
    records.stream()
        .collect(
            Collectors.groupingBy(
                record -> record.trial().method(), TreeMap::new, Collectors.toList()))
        .forEach(
            (method, own) ->
                all.put(method, TaskScores.of("tasks at scale " + scale, own, claim.metric())));
    TaskScores like = all.get(claim.method());
    all.values()
        .removeIf(
            other -> !other.seeds().equals(like.seeds()) || !other.tasks().equals(like.tasks()));
    return all;
  }

  /** A board under way. */
  private record Making(String scale, Claim claim, SortedMap<String, TaskScores> scores) {

    List<String> tasks() {
      return scores.get(claim.method()).tasks();
    }

    /** Ranks by one number a seed. */
    RandomComparison compared(String measured, Function<TaskScores, double[]> number) {
      SortedMap<String, double[]> perSeed = new TreeMap<>();
      scores.forEach((method, own) -> perSeed.put(method, number.apply(own)));
      int seeds = scores.get(claim.method()).seeds().size();
      TwoWay draws =
          new TwoWay(
              new Seeds(new Seeds(0).stream("tasks/" + scale + "/" + claim.experiment())),
              claim.decision().confidence());
      List<TwoWay.Figure> figures =
          perSeed.values().stream()
              .map(values -> (TwoWay.Figure) (seed, any) -> values[seed])
              .toList();
      return new PairedDraws(
              perSeed,
              draws.together(measured, seeds, 1, figures),
              measured.equals("mean over tasks") ? tasks().size() : 1,
              MOST,
              draws.confidence())
          .compare(measured);
    }
  }
}
