package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.results.claim.Metric;
import magicbench.results.stats.TestResult;

/**
 * How much better one method's super-nets rank child models than another's, against stand-alone
 * training.
 *
 * <p>The agreement of a super-net is the mean over its last evaluations of tau-b between its scores
 * and the truth, itself the mean over truth seeds. The gain is the difference of two super-nets of
 * the same seed. Chance lies in the super-nets' seeds and in which child models were drawn, so the
 * interval comes of drawing both anew ({@link TwoWay}), in hull with Student's over seeds. The
 * truth is taken as it is: its own noise is told by the ceiling.
 */
final class RankGain implements Gain {

  private final Inquiry inquiry;
  private final Ranking method;
  private final Ranking against;
  private final Truth truth;
  private final Sides sides;

  private RankGain(Inquiry inquiry, Ranking method, Ranking against, Truth truth, Sides sides) {
    this.inquiry = inquiry;
    this.method = method;
    this.against = against;
    this.truth = truth;
    this.sides = sides;
  }

  /**
   * Reads scores and truth.
   *
   * @throws magicbench.results.file.InputException when a child model has no truth, or seeds differ
   */
  static RankGain of(Inquiry inquiry) {
    Metric metric = inquiry.claim().metric();
    String reader = Estimators.reader(inquiry.claim());
    Sides sides = Sides.of(inquiry);
    Scores method = Scores.of(reader, sides.method(), metric.table(), metric.cause());
    Scores against =
        Scores.of(reader, sides.against(), metric.table(), metric.cause())
            .of(reader, method.architectures());
    Scores alone =
        Scores.of(reader, sides.truth(), metric.table(), metric.outcome())
            .of(reader, method.architectures());
    Truth truth = new Truth(alone, alone.shareIndex(reader, metric.trainedShare()));
    return new RankGain(
        inquiry,
        new Ranking(method, truth.values(), Ranking.isLow(metric.cause())),
        new Ranking(against, truth.values(), Ranking.isLow(metric.cause())),
        truth,
        sides);
  }

  Ranking method() {
    return method;
  }

  Ranking against() {
    return against;
  }

  @Override
  public String statistic() {
    return gainOf(Agreement.TAU);
  }

  @Override
  public String alternativeStatistic() {
    return gainOf(Agreement.SPEARMAN);
  }

  private static String gainOf(Agreement agreement) {
    return "gain of " + agreement.statistic();
  }

  @Override
  public SortedMap<Long, Double> perSeed() {
    return Gains.bySeed(method.scores().seeds(), perSeed(Agreement.TAU));
  }

  private double[] perSeed(Agreement agreement) {
    return Gains.differences(method.agreements(agreement), against.agreements(agreement));
  }

  @Override
  public Estimate effect() {
    return gain(Agreement.TAU).orElseThrow();
  }

  /** The gain over all evaluations; empty where it is undefined in a seed. */
  private Optional<Estimate> gain(Agreement agreement) {
    return estimate(
        Gains.name(inquiry, gainOf(agreement)),
        (seed, children) ->
            method.agreement(agreement, seed, children)
                - against.agreement(agreement, seed, children),
        Gains.MOST);
  }

  private Optional<Estimate> estimate(String name, TwoWay.Figure figure, double most) {
    return TwoWay.of(inquiry)
        .estimate(name, method.scores().seeds().size(), method.everyChild().size(), figure, most);
  }

  @Override
  public List<Estimate> alternatives() {
    List<Estimate> all = new ArrayList<>();
    all.add(
        Estimates.ofBounded(
            Gains.name(inquiry, statistic()) + ", Student's interval over seeds",
            perSeed(Agreement.TAU),
            effectRows(),
            inquiry.confidence(),
            Gains.MOST));
    Stream.of(Agreement.SPEARMAN, Agreement.PEARSON, Agreement.ROUNDED)
        .forEach(agreement -> gain(agreement).ifPresent(all::add));
    return all;
  }

  private int effectRows() {
    return method.scores().seeds().size() * method.everyChild().size();
  }

  @Override
  public List<Stage> stages() {
    return IntStream.range(0, method.scores().shares().size())
        .mapToObj(
            share ->
                new Stage(
                    method.scores().shares().get(share),
                    gainAt(Agreement.TAU, share),
                    gainAt(Agreement.SPEARMAN, share),
                    curve()))
        .toList();
  }

  private Optional<Estimate> gainAt(Agreement agreement, int share) {
    return estimate(
        Gains.name(inquiry, gainOf(agreement)),
        (seed, children) ->
            method.agreement(agreement, seed, share, children)
                - against.agreement(agreement, seed, share, children),
        Gains.MOST);
  }

  @Override
  public DoseResponse curve() {
    return new DoseResponse(Rows.TRAINED_SHARE, statistic(), List.of());
  }

  @Override
  public List<TestResult> otherTests() {
    return Gains.equivalence(inquiry, perSeed(Agreement.TAU));
  }

  @Override
  public List<Estimate> measurements() {
    List<Estimate> all = new ArrayList<>();
    String name = inquiry.claim().method();
    String other = inquiry.claim().metric().against();
    agreement(method, name).ifPresent(all::add);
    agreement(against, other).ifPresent(all::add);
    truth.ceiling(TwoWay.of(inquiry)).ifPresent(all::add);
    truth.settled(TwoWay.of(inquiry)).ifPresent(all::add);
    truth.spread().ifPresent(all::add);
    all.addAll(top(method, name));
    all.addAll(top(against, other));
    all.addAll(RunFigures.of(inquiry, sides));
    return all;
  }

  private Optional<Estimate> agreement(Ranking ranking, String name) {
    return estimate(
        Agreement.TAU.statistic() + " of " + name,
        (seed, children) -> ranking.agreement(Agreement.TAU, seed, children),
        1);
  }

  /** Does random sampling, or whatever is held against, rank at all? */
  Optional<Estimate> agreementOfTheOther() {
    return agreement(against, inquiry.claim().metric().against());
  }

  private List<Estimate> top(Ranking ranking, String name) {
    int k = Math.max(1, ranking.truth().length / 4);
    return List.of(
        Estimates.ofBounded(
            "precision at " + k + " of " + name,
            ranking.precisionAt(k),
            effectRows(),
            inquiry.confidence(),
            1),
        Estimates.ofNumbers(
            "regret of the best-ranked of " + name,
            ranking.regret(),
            effectRows(),
            inquiry.confidence()));
  }
}
