package magicbench.results.verdict;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import magicbench.results.claim.Claim;
import magicbench.results.record.RunRecord;
import org.apache.commons.math3.stat.StatUtils;

/**
 * What the networks of each method score on labelled tasks, against what they cost.
 *
 * @param scale its name
 * @param kind the kind of trial that scored them
 * @param networks one a method that was timed, by name
 */
public record TradeOff(String scale, String kind, List<Network> networks) {

  private static final String LATENCY = "latencyMillis";
  private static final String SCORE = "taskScore";
  private static final double CONFIDENCE = 0.95;
  private static final double MEDIAN = 50;

  /** Keeps an immutable copy. */
  public TradeOff {
    networks = List.copyOf(networks);
  }

  /** What a network costs. */
  public enum Cost {
    /** Its parameters, those of the embedding included. */
    PARAMETERS("parameters"),
    /** The floating-point operations of a forward pass over one input that fills it. */
    FLOPS("forwardFlops"),
    /** The median time of the answer to one such input, in milliseconds. */
    LATENCY_MILLIS(LATENCY);

    private final String figure;

    Cost(String figure) {
      this.figure = figure;
    }
  }

  /**
   * The networks of one method.
   *
   * @param method its name
   * @param score the mean over tasks and seeds, with Student's interval over seeds
   * @param costs the median over its runs
   * @param frontOf the costs at which no other method's mean is as high for as little, one of both
   *     better
   */
  public record Network(
      String method, Estimate score, SortedMap<Cost, Double> costs, SortedSet<Cost> frontOf) {

    /** Keeps immutable copies. */
    public Network {
      costs = Collections.unmodifiableSortedMap(new TreeMap<>(costs));
      frontOf = Collections.unmodifiableSortedSet(new TreeSet<>(frontOf));
    }

    private boolean isBeatenBy(Network other, Cost cost) {
      double score = score().value();
      double others = other.score().value();
      double price = costs.get(cost);
      double othersPrice = other.costs.get(cost);
      return others >= score && othersPrice <= price && (others > score || othersPrice < price);
    }
  }

  /**
   * What it is about.
   *
   * @return the subject of its kind of trial
   */
  public Subject subject() {
    return Subject.of(kind);
  }

  /**
   * Reads what claims about labelled tasks were judged by, one subject after another.
   *
   * @param verdicts of one scale
   * @param recordsById its records
   * @return text first; without those of which fewer than two methods' networks were timed
   */
  public static List<TradeOff> allOf(Verdicts verdicts, Map<String, RunRecord> recordsById) {
    return Arrays.stream(Subject.values())
        .flatMap(subject -> of(subject, verdicts, recordsById).stream())
        .toList();
  }

  private static Optional<TradeOff> of(
      Subject subject, Verdicts verdicts, Map<String, RunRecord> recordsById) {
    List<Judgement> asked =
        verdicts.judgements().stream()
            .filter(judgement -> judgement.evidence().isPresent() && isOfTasks(judgement.claim()))
            .filter(judgement -> Subject.of(judgement.claim().experiment()) == subject)
            .toList();
    Set<String> judged = new HashSet<>();
    asked.forEach(judgement -> judged.addAll(judgement.trials()));
    List<RunRecord> timed =
        recordsById.values().stream()
            .filter(record -> judged.contains(record.trial().id()) && isTimed(record))
            .toList();
    return asked.stream()
        .map(judgement -> judgement.claim().experiment())
        .filter(kind -> timed.stream().anyMatch(record -> record.trial().kind().equals(kind)))
        .findFirst()
        .flatMap(kind -> of(verdicts.scale(), kind, timed));
  }

  private static boolean isOfTasks(Claim claim) {
    return Gains.are(claim) || claim.metric().statesLevel();
  }

  /** Methods are compared within one kind of trial, whose tasks are the same for all of them. */
  private static Optional<TradeOff> of(String scale, String kind, List<RunRecord> timed) {
    SortedMap<String, List<RunRecord>> byMethod =
        timed.stream()
            .filter(record -> record.trial().kind().equals(kind))
            .collect(
                Collectors.groupingBy(
                    record -> record.trial().method(), TreeMap::new, Collectors.toList()));
    if (byMethod.size() < 2) {
      return Optional.empty();
    }
    List<Network> plain =
        byMethod.entrySet().stream().map(each -> network(each.getKey(), each.getValue())).toList();
    return Optional.of(
        new TradeOff(
            scale, kind, plain.stream().map(network -> withFronts(network, plain)).toList()));
  }

  private static boolean isTimed(RunRecord record) {
    return record.metrics().keySet().containsAll(figures());
  }

  private static Set<String> figures() {
    Set<String> figures = new HashSet<>(Set.of(SCORE));
    for (Cost cost : Cost.values()) {
      figures.add(cost.figure);
    }
    return figures;
  }

  private static Network network(String method, List<RunRecord> runs) {
    double[] perSeed =
        runs.stream()
            .collect(
                Collectors.groupingBy(
                    run -> run.trial().seed(),
                    TreeMap::new,
                    Collectors.averagingDouble(run -> run.metrics().get(SCORE))))
            .values()
            .stream()
            .mapToDouble(Double::doubleValue)
            .toArray();
    SortedMap<Cost, Double> costs = new TreeMap<>();
    for (Cost cost : Cost.values()) {
      costs.put(
          cost,
          StatUtils.percentile(
              runs.stream().mapToDouble(run -> run.metrics().get(cost.figure)).toArray(), MEDIAN));
    }
    return new Network(
        method,
        Estimates.ofNumbers("mean score of " + method, perSeed, runs.size(), CONFIDENCE),
        costs,
        new TreeSet<>());
  }

  private static Network withFronts(Network network, List<Network> all) {
    SortedSet<Cost> fronts = new TreeSet<>();
    for (Cost cost : Cost.values()) {
      if (all.stream().noneMatch(other -> network.isBeatenBy(other, cost))) {
        fronts.add(cost);
      }
    }
    return new Network(network.method(), network.score(), network.costs(), fronts);
  }
}
