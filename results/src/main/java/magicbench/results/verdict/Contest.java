package magicbench.results.verdict;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.record.RunRecord;

/**
 * All methods that ranked the same child models at one scale, read alike.
 *
 * @param claim any claim about ranks of one division: it says which columns count
 * @param reader who reads, for messages
 * @param runs the super-nets by method
 * @param rankings what they say, by method
 * @param alone the trainings that hold the truth
 * @param truth what those say
 */
record Contest(
    Claim claim,
    String reader,
    SortedMap<String, List<RunRecord>> runs,
    SortedMap<String, Ranking> rankings,
    List<RunRecord> alone,
    Truth truth) {

  /** Keeps immutable, sorted copies. */
  Contest {
    runs = Collections.unmodifiableSortedMap(new TreeMap<>(runs));
    rankings = Collections.unmodifiableSortedMap(new TreeMap<>(rankings));
    alone = List.copyOf(alone);
  }

  /**
   * Reads what claims were judged by, and the super-nets of further methods.
   *
   * @param scale its name
   * @param gains judged claims about ranks of one division, at least one
   * @param others methods beside the claims'
   * @param recordsById the records of the scale
   * @throws magicbench.results.file.InputException when a child model has no score or no truth
   */
  static Contest of(
      String scale,
      List<Judgement> gains,
      Collection<String> others,
      Map<String, RunRecord> recordsById) {
    Claim claim = gains.get(0).claim();
    Set<String> judged = new HashSet<>();
    gains.forEach(gain -> judged.addAll(gain.trials()));
    Predicate<RunRecord> isOfOther =
        record ->
            record.trial().kind().equals(claim.experiment())
                && others.contains(record.trial().method());
    List<RunRecord> records =
        recordsById.values().stream()
            .filter(isOfOther.or(record -> judged.contains(record.trial().id())))
            .sorted(Comparator.comparing(record -> record.trial().id()))
            .toList();
    return new Reading(claim, reader(scale), records).contest(claim.method());
  }

  /**
   * Reads super-nets of methods that rank other child models than the claims' do, and their truth.
   *
   * @param scale its name
   * @param claim any claim about ranks
   * @param methods whose super-nets
   * @param truth the method of the kind that holds the truth
   * @param recordsById the records of the scale
   * @return empty where none of the methods, or no truth, was run
   * @throws magicbench.results.file.InputException when a child model has no score or no truth
   */
  static Optional<Contest> beside(
      String scale,
      Claim claim,
      Collection<String> methods,
      String truth,
      Map<String, RunRecord> recordsById) {
    List<RunRecord> runs = of(claim.experiment(), methods, recordsById);
    List<RunRecord> alone = of(claim.metric().truth(), List.of(truth), recordsById);
    if (runs.isEmpty() || alone.isEmpty()) {
      return Optional.empty();
    }
    List<RunRecord> records = Stream.concat(runs.stream(), alone.stream()).toList();
    return Optional.of(
        new Reading(claim, reader(scale), records).contest(runs.get(0).trial().method()));
  }

  private static List<RunRecord> of(
      String kind, Collection<String> methods, Map<String, RunRecord> recordsById) {
    return recordsById.values().stream()
        .filter(record -> record.trial().kind().equals(kind))
        .filter(record -> methods.contains(record.trial().method()))
        .sorted(Comparator.comparing(record -> record.trial().id()))
        .toList();
  }

  private static String reader(String scale) {
    return "leaderboard at scale " + scale;
  }

  /** How many child models were ranked. */
  int children() {
    return truth.scores().architectures().size();
  }

  /** The agreement of one method with the truth; empty where it is undefined or unknown. */
  Optional<Estimate> agreement(TwoWay twoWay, String method) {
    return Optional.ofNullable(rankings.get(method))
        .flatMap(
            ranking ->
                twoWay.estimate(
                    Agreement.TAU.statistic() + " of " + method,
                    ranking.scores().seeds().size(),
                    children(),
                    (seed, chosen) -> ranking.agreement(Agreement.TAU, seed, chosen),
                    1));
  }

  /**
   * The gain of one method over another, paired by seed; empty where it is undefined, or where one
   * of the two was not run, or not from the same seeds.
   */
  Optional<Estimate> gain(TwoWay twoWay, String method, String against) {
    Ranking one = rankings.get(method);
    Ranking other = rankings.get(against);
    if (one == null || other == null || !one.scores().seeds().equals(other.scores().seeds())) {
      return Optional.empty();
    }
    return twoWay.estimate(
        "gain of " + Agreement.TAU.statistic() + " of " + method + " over " + against,
        one.scores().seeds().size(),
        children(),
        (seed, chosen) ->
            one.agreement(Agreement.TAU, seed, chosen)
                - other.agreement(Agreement.TAU, seed, chosen),
        Gains.MOST);
  }

  /** The reading under way. */
  private record Reading(Claim claim, String reader, List<RunRecord> records) {

    /** Ranks the child models that one of the methods scored. */
    Contest contest(String method) {
      SortedMap<String, List<RunRecord>> runs =
          records.stream()
              .filter(record -> record.trial().kind().equals(claim.experiment()))
              .collect(
                  Collectors.groupingBy(
                      record -> record.trial().method(), TreeMap::new, Collectors.toList()));
      List<RunRecord> alone =
          records.stream()
              .filter(record -> record.trial().kind().equals(claim.metric().truth()))
              .toList();
      List<String> children =
          Scores.of(reader, runs.get(method), table(), claim.metric().cause()).architectures();
      Scores scores =
          Scores.of(reader, alone, table(), claim.metric().outcome()).of(reader, children);
      Truth truth = new Truth(scores, scores.shareIndex(reader, claim.metric().trainedShare()));
      SortedMap<String, Ranking> rankings = new TreeMap<>();
      runs.forEach((each, own) -> rankings.put(each, ranking(own, children, truth)));
      return new Contest(claim, reader, runs, rankings, alone, truth);
    }

    private Ranking ranking(List<RunRecord> own, List<String> children, Truth truth) {
      String column = claim.metric().cause();
      return new Ranking(
          Scores.of(reader, own, table(), column).of(reader, children),
          truth.values(),
          Ranking.isLow(column));
    }

    private String table() {
      return claim.metric().table();
    }
  }
}
