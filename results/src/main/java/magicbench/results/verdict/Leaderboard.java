package magicbench.results.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Seeds;
import magicbench.results.record.Origin;
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
 * @param truthOrigin where and when the truth was made
 * @param standings the best agreement first
 * @param gains what the claims say about pairs of methods, by claim id
 * @param studies what moving one setting does
 * @param mechanism whether less interference goes with better ranks; empty where nothing was probed
 */
public record Leaderboard(
    String scale,
    int children,
    int truthSeeds,
    Optional<Estimate> ceiling,
    Optional<Estimate> settled,
    Origin truthOrigin,
    List<Standing> standings,
    List<Judgement> gains,
    List<StudyCurve> studies,
    Optional<Mechanism> mechanism) {

  private static final Comparator<Standing> BEST_FIRST =
      Comparator.comparingDouble(
              (Standing standing) -> -standing.agreement().map(Estimate::value).orElse(-1.0))
          .thenComparing(Standing::method);

  /** Keeps immutable copies. */
  public Leaderboard {
    standings = List.copyOf(standings);
    gains = List.copyOf(gains);
    studies = List.copyOf(studies);
  }

  /**
   * Measures all methods of a scale's claims about ranks and of its studies.
   *
   * @param verdicts of the scale
   * @param recordsById the records of the scale; claims with a missing one are passed over
   * @param studies what the scale studies
   * @return empty when no claim about ranks was judged
   */
  public static Optional<Leaderboard> of(
      Verdicts verdicts, Map<String, RunRecord> recordsById, List<Scale.Study> studies) {
    List<Judgement> gains =
        verdicts.judgements().stream()
            .filter(judgement -> judgement.claim().metric().kind().equals(Gains.RANK_AGREEMENT))
            .filter(judgement -> judgement.evidence().isPresent())
            .filter(judgement -> recordsById.keySet().containsAll(judgement.trials()))
            .toList();
    if (gains.isEmpty()) {
      return Optional.empty();
    }
    Set<String> others =
        studies.stream()
            .flatMap(study -> study.points().stream())
            .flatMap(point -> Stream.of(point.method(), point.against()))
            .collect(Collectors.toSet());
    Contest contest = Contest.of(verdicts.scale(), gains, others, recordsById);
    return Optional.of(new Making(verdicts.scale(), gains, contest).leaderboard(studies));
  }

  /** A leaderboard under way. */
  private static final class Making {

    private final String scale;
    private final List<Judgement> gains;
    private final Contest contest;
    private final TwoWay twoWay;

    Making(String scale, List<Judgement> gains, Contest contest) {
      this.scale = scale;
      this.gains = gains;
      this.contest = contest;
      this.twoWay =
          new TwoWay(
              new Seeds(new Seeds(0).stream("leaderboard/" + scale)),
              contest.claim().decision().confidence());
    }

    Leaderboard leaderboard(List<Scale.Study> studies) {
      return new Leaderboard(
          scale,
          contest.children(),
          contest.truth().scores().seeds().size(),
          contest.truth().ceiling(twoWay),
          contest.truth().settled(twoWay),
          Origin.of(contest.alone()),
          contest.rankings().keySet().parallelStream()
              .map(this::standing)
              .sorted(BEST_FIRST)
              .toList(),
          gains,
          studies.parallelStream().map(study -> StudyCurve.of(contest, twoWay, study)).toList(),
          Mechanism.of(contest, twoWay.confidence()));
    }

    private Standing standing(String method) {
      Scores scores = contest.rankings().get(method).scores();
      double[] values = contest.truth().values();
      double[] last = scores.meanAt(scores.shares().size() - 1);
      List<String> children = contest.truth().scores().architectures();
      return new Standing(
          method,
          contest.agreement(twoWay, method),
          RunFigures.of(contest.reader(), twoWay.confidence(), contest.runs().get(method)),
          IntStream.range(0, children.size())
              .mapToObj(
                  child -> new Standing.Point(children.get(child), last[child], values[child]))
              .toList());
    }
  }
}
