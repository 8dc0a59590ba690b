package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Seeds;
import magicbench.results.record.Origin;
import magicbench.results.record.RunRecord;

/**
 * All methods that claims about ranks of one division name at one scale, measured alike.
 *
 * @param scale its name
 * @param division which super-nets are compared, by which truth
 * @param children how many child models were ranked
 * @param truthSeeds how often each was trained alone
 * @param ceiling the agreement of one truth seed with another; empty with a single one
 * @param settled the agreement of the truth with itself one evaluation earlier; empty with a single
 *     evaluation
 * @param truthOrigin where and when the truth was made
 * @param standings the best agreement first
 * @param random their ranks, and what each gains over random sampling; empty where their agreement
 *     is undefined
 * @param gains what the claims say about pairs of methods, by claim id
 * @param studies what moving one setting does
 * @param mechanism whether less interference goes with better ranks; empty where nothing was probed
 */
public record Leaderboard(
    String scale,
    Division division,
    int children,
    int truthSeeds,
    Optional<Estimate> ceiling,
    Optional<Estimate> settled,
    Origin truthOrigin,
    List<Standing> standings,
    Optional<RandomComparison> random,
    List<Judgement> gains,
    List<StudyCurve> studies,
    Optional<Mechanism> mechanism) {

  /** How a study's point names the truth of the claims. */
  private static final String CLAIMS_TRUTH = "";

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
   * Measures all methods of a scale's claims about ranks and of its studies, division by division.
   *
   * @param verdicts of the scale
   * @param recordsById the records of the scale; claims with a missing one are passed over
   * @param studies what the scale studies; each is shown where its methods were run
   * @return text first; empty when no claim about ranks was judged
   */
  public static List<Leaderboard> allOf(
      Verdicts verdicts, Map<String, RunRecord> recordsById, List<Scale.Study> studies) {
    List<Judgement> gains =
        verdicts.judgements().stream()
            .filter(judgement -> judgement.claim().metric().kind().equals(Gains.RANK_AGREEMENT))
            .filter(judgement -> judgement.evidence().isPresent())
            .filter(judgement -> recordsById.keySet().containsAll(judgement.trials()))
            .toList();
    SortedMap<Division, List<Judgement>> divisions = Division.of(gains);
    StudiesByDivision held =
        StudiesByDivision.of(divisions.keySet(), studies, recordsById.values());
    List<Leaderboard> boards = new ArrayList<>();
    divisions.forEach(
        (division, own) ->
            boards.add(of(verdicts.scale(), division, own, held.of(division), recordsById)));
    return List.copyOf(boards);
  }

  private static Leaderboard of(
      String scale,
      Division division,
      List<Judgement> gains,
      List<Scale.Study> studies,
      Map<String, RunRecord> recordsById) {
    SortedMap<String, SortedSet<String>> others = methodsByTruth(studies);
    SortedSet<String> own = others.remove(CLAIMS_TRUTH);
    Contest contest = Contest.of(scale, gains, own, recordsById);
    SortedMap<String, Contest> contests = new TreeMap<>(Map.of(CLAIMS_TRUTH, contest));
    others.forEach(
        (truth, methods) ->
            Contest.beside(scale, contest.claim(), methods, truth, recordsById)
                .ifPresent(found -> contests.put(truth, found)));
    return new Making(scale, gains, contests).leaderboard(division, studies);
  }

  private static SortedMap<String, SortedSet<String>> methodsByTruth(List<Scale.Study> studies) {
    SortedMap<String, SortedSet<String>> methods =
        new TreeMap<>(Map.of(CLAIMS_TRUTH, new TreeSet<>()));
    for (Scale.Study study : studies) {
      for (Scale.Study.Point point : study.points()) {
        methods
            .computeIfAbsent(point.truth(), truth -> new TreeSet<>())
            .addAll(List.of(point.method(), point.against()));
      }
    }
    return methods;
  }

  /** A leaderboard under way. */
  private static final class Making {

    private final String scale;
    private final List<Judgement> gains;
    private final Contest contest;
    private final TwoWay twoWay;
    private final ContestNumbers numbers;

    Making(String scale, List<Judgement> gains, SortedMap<String, Contest> contests) {
      this.scale = scale;
      this.gains = gains;
      this.contest = contests.get(CLAIMS_TRUTH);
      this.twoWay =
          new TwoWay(
              new Seeds(new Seeds(0).stream("leaderboard/" + scale)),
              contest.claim().decision().confidence());
      this.numbers = new ContestNumbers(contests, twoWay);
    }

    Leaderboard leaderboard(Division division, List<Scale.Study> studies) {
      List<Standing> standings =
          contest.rankings().keySet().parallelStream()
              .map(this::standing)
              .sorted(BEST_FIRST)
              .toList();
      return new Leaderboard(
          scale,
          division,
          contest.children(),
          contest.truth().scores().seeds().size(),
          numbers.ceiling(CLAIMS_TRUTH),
          contest.truth().settled(twoWay),
          Origin.of(contest.alone()),
          standings,
          random().map(found -> found.withValues(agreements(standings))),
          gains,
          studies.parallelStream().map(study -> StudyCurve.of(numbers, study)).toList(),
          Mechanism.of(contest, twoWay.confidence()));
    }

    private static Map<String, Estimate> agreements(List<Standing> standings) {
      Map<String, Estimate> agreements = new TreeMap<>();
      standings.forEach(
          standing ->
              standing.agreement().ifPresent(found -> agreements.put(standing.method(), found)));
      return agreements;
    }

    /** Of the methods that have the seeds of the claims' method. */
    private Optional<RandomComparison> random() {
      SortedMap<String, Ranking> alike = new TreeMap<>(contest.rankings());
      List<Long> seeds = alike.get(contest.claim().method()).scores().seeds();
      alike.values().removeIf(ranking -> !ranking.scores().seeds().equals(seeds));
      SortedMap<String, double[]> perSeed = new TreeMap<>();
      alike.forEach((method, own) -> perSeed.put(method, own.agreements(Agreement.TAU)));
      if (!perSeed.values().stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
        return Optional.empty();
      }
      List<TwoWay.Figure> figures =
          alike.values().stream()
              .map(
                  own ->
                      (TwoWay.Figure)
                          (seed, children) -> own.agreement(Agreement.TAU, seed, children))
              .toList();
      return Optional.of(
          new PairedDraws(
                  perSeed,
                  twoWay.together("ranks", seeds.size(), contest.children(), figures),
                  contest.children(),
                  1,
                  twoWay.confidence())
              .compare(Agreement.TAU.statistic())
              .withClaims(gains));
    }

    private Standing standing(String method) {
      Scores scores = contest.rankings().get(method).scores();
      double[] values = contest.truth().values();
      double[] last = scores.meanAt(scores.shares().size() - 1);
      List<String> children = contest.truth().scores().architectures();
      return new Standing(
          method,
          numbers.agreement(CLAIMS_TRUTH, method),
          RunFigures.of(contest.reader(), twoWay.confidence(), contest.runs().get(method)),
          IntStream.range(0, children.size())
              .mapToObj(
                  child -> new Standing.Point(children.get(child), last[child], values[child]))
              .toList());
    }
  }
}
