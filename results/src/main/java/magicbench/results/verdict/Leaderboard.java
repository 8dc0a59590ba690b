package magicbench.results.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import magicbench.results.claim.Claim;
import magicbench.results.plan.Seeds;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;

/**
 * All methods that claims about ranks name at one scale, measured alike.
 *
 * @param scale its name
 * @param children how many child models were ranked
 * @param truthSeeds how often each was trained alone
 * @param ceiling the agreement of one truth seed with another; empty with a single one
 * @param settled the agreement of the truth with itself one evaluation earlier; empty with a single
 *     evaluation
 * @param truthCommits the commits that made the truth, sorted; those that are known
 * @param truthDates the first and the last day on which it was made; those that are known
 * @param standings the best agreement first
 * @param gains what the claims say about pairs of methods, by claim id
 */
public record Leaderboard(
    String scale,
    int children,
    int truthSeeds,
    Optional<Estimate> ceiling,
    Optional<Estimate> settled,
    List<String> truthCommits,
    List<String> truthDates,
    List<Standing> standings,
    List<Judgement> gains) {

  private static final Comparator<Standing> BEST_FIRST =
      Comparator.comparingDouble(
              (Standing standing) -> -standing.agreement().map(Estimate::value).orElse(-1.0))
          .thenComparing(Standing::method);

  /** Keeps immutable copies. */
  public Leaderboard {
    truthCommits = List.copyOf(truthCommits);
    truthDates = List.copyOf(truthDates);
    standings = List.copyOf(standings);
    gains = List.copyOf(gains);
  }

  /**
   * Measures all methods of a scale's claims about ranks.
   *
   * @param verdicts of the scale
   * @param recordsById the records behind them; claims with a missing one are passed over
   * @return empty when no claim about ranks was judged
   */
  public static Optional<Leaderboard> of(Verdicts verdicts, Map<String, RunRecord> recordsById) {
    List<Judgement> gains =
        verdicts.judgements().stream()
            .filter(judgement -> judgement.claim().metric().kind().equals(Gains.RANK_AGREEMENT))
            .filter(judgement -> judgement.evidence().isPresent())
            .filter(judgement -> recordsById.keySet().containsAll(judgement.trials()))
            .toList();
    return gains.isEmpty()
        ? Optional.empty()
        : Optional.of(new Table(verdicts.scale(), gains, recordsById).leaderboard());
  }

  /** The figures of one scale under way. */
  private static final class Table {

    /** Characters of a day in a time as records hold it. */
    private static final int DAY = 10;

    private final String scale;
    private final List<Judgement> gains;
    private final Claim claim;
    private final String reader;
    private final List<RunRecord> records;
    private final TwoWay twoWay;

    Table(String scale, List<Judgement> gains, Map<String, RunRecord> recordsById) {
      this.scale = scale;
      this.gains = gains;
      this.claim = gains.get(0).claim();
      this.reader = "leaderboard at scale " + scale;
      this.records =
          gains.stream()
              .flatMap(judgement -> judgement.trials().stream())
              .distinct()
              .sorted()
              .map(recordsById::get)
              .filter(Objects::nonNull)
              .toList();
      this.twoWay =
          new TwoWay(
              new Seeds(new Seeds(0).stream("leaderboard/" + scale)),
              claim.decision().confidence());
    }

    Leaderboard leaderboard() {
      Map<String, List<RunRecord>> byMethod =
          records.stream()
              .filter(record -> record.trial().kind().equals(claim.experiment()))
              .collect(
                  Collectors.groupingBy(
                      record -> record.trial().method(), TreeMap::new, Collectors.toList()));
      List<String> children = scores(byMethod.values().iterator().next()).architectures();
      Truth truth = truth(children);
      return new Leaderboard(
          scale,
          children.size(),
          truth.scores().seeds().size(),
          truth.ceiling(twoWay),
          truth.settled(twoWay),
          known(provenance -> provenance.code() == null ? null : provenance.code().gitCommit()),
          ends(known(Table::day)),
          byMethod.entrySet().stream()
              .map(method -> standing(method.getKey(), method.getValue(), children, truth))
              .sorted(BEST_FIRST)
              .toList(),
          gains);
    }

    private Scores scores(List<RunRecord> ofMethod) {
      return Scores.of(reader, ofMethod, claim.metric().table(), claim.metric().cause());
    }

    private List<RunRecord> alone() {
      return records.stream()
          .filter(record -> record.trial().kind().equals(claim.metric().truth()))
          .toList();
    }

    private List<String> known(Function<Provenance, String> fact) {
      return alone().stream()
          .map(record -> fact.apply(record.provenance()))
          .filter(Objects::nonNull)
          .distinct()
          .sorted()
          .toList();
    }

    private static String day(Provenance provenance) {
      String start = provenance.startedAt();
      return start == null || start.length() < DAY ? null : start.substring(0, DAY);
    }

    private static List<String> ends(List<String> days) {
      return days.size() < 2 ? days : List.of(days.get(0), days.get(days.size() - 1));
    }

    private Truth truth(List<String> children) {
      List<RunRecord> alone = alone();
      Scores scores =
          Scores.of(reader, alone, claim.metric().table(), claim.metric().outcome())
              .of(reader, children);
      return new Truth(scores, scores.shareIndex(reader, claim.metric().trainedShare()));
    }

    private Standing standing(
        String method, List<RunRecord> ofMethod, List<String> children, Truth truth) {
      Scores scores = scores(ofMethod).of(reader, children);
      double[] values = truth.values();
      double[] last = scores.meanAt(scores.shares().size() - 1);
      Ranking ranking = new Ranking(scores, values, Ranking.isLow(claim.metric().cause()));
      return new Standing(
          method,
          twoWay.estimate(
              Agreement.TAU.statistic() + " of " + method,
              scores.seeds().size(),
              children.size(),
              (seed, chosen) -> ranking.agreement(Agreement.TAU, seed, chosen),
              1),
          RunFigures.of(reader, twoWay.confidence(), ofMethod),
          IntStream.range(0, children.size())
              .mapToObj(
                  child -> new Standing.Point(children.get(child), last[child], values[child]))
              .toList());
    }
  }
}
