package magicbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Leaderboard;
import magicbench.results.verdict.RandomComparison;
import magicbench.results.verdict.Standing;

/** All methods of a scale side by side: how they rank, what they gain, what they cost. */
final class LeaderboardPage {

  private final Leaderboard board;
  private final BoardRecords records;

  private LeaderboardPage(Leaderboard board, BoardRecords records) {
    this.board = board;
    this.records = records;
  }

  /**
   * The page.
   *
   * @param scale what is reported of its scale
   */
  static Tag main(Leaderboard board, ReportedScale scale) {
    return new LeaderboardPage(board, new BoardRecords(board, scale)).main(scale.origin());
  }

  /** The scale, and the division where its page is one of several. */
  static String named(Leaderboard board) {
    String division = board.division().name();
    return division.isEmpty() ? board.scale() : board.scale() + ", " + Words.phrase(division);
  }

  /** Every drawing of the page. */
  static List<Figure> figures(Leaderboard board) {
    List<Figure> figures = new ArrayList<>();
    figures.add(agreementPlot(board));
    board.random().flatMap(RandomSection::figure).ifPresent(figures::add);
    figures.add(gainsPlot(board));
    figures.addAll(LeaderboardStudies.figures(board));
    boolean isLoss = isLoss(board);
    board.standings().forEach(standing -> figures.add(ScoreScatterPlot.draw(standing, isLoss)));
    return figures;
  }

  /** Every method's agreement with the truth, and the noise ceiling. */
  private static Figure agreementPlot(Leaderboard board) {
    List<ForestPlot.Row> rows = new ArrayList<>();
    for (Standing standing : board.standings()) {
      standing
          .agreement()
          .ifPresent(found -> rows.add(ForestPlot.Row.of(standing.method(), found)));
    }
    return ForestPlot.draw(
        new ForestPlot.Legend(
            "agreement",
            "Agreement with the truth",
            "circle: mean over seeds \u00b7 bar: interval \u00b7 dashed: ceiling",
            "Kendall\u2019s tau-b",
            board.ceiling().map(Estimate::value)),
        rows,
        "Kendall\u2019s tau-b of super-net scores with stand-alone truth, mean over last"
            + " evaluations and seeds, with its interval. Dashed: the noise ceiling, what one"
            + " training of the truth agrees with another.");
  }

  /** What each claim says one method gains over another. */
  private static Figure gainsPlot(Leaderboard board) {
    List<ForestPlot.Row> rows =
        board.gains().stream()
            .map(
                gain ->
                    ForestPlot.Row.of(
                        name(gain), gain.evidence().map(Evidence::effect).orElseThrow()))
            .toList();
    return ForestPlot.draw(
        new ForestPlot.Legend(
            "gains",
            "Gains, paired by seed",
            "circle: gain \u00b7 bar: interval \u00b7 dashed: tolerance",
            "gain of Kendall\u2019s tau-b",
            Optional.of(board.gains().get(0).claim().tolerance().value())),
        rows,
        "Gain of Kendall\u2019s tau-b of one method over another, paired by super-net seed, with"
            + " the interval that decides. Dashed: the tolerance, the smallest gain that counts.");
  }

  /** A pair of methods, for instance {@code magic-t over random}. */
  static String name(Judgement gain) {
    return gain.claim().method() + " over " + gain.claim().metric().against();
  }

  private static boolean isLoss(Leaderboard board) {
    return board.gains().get(0).claim().metric().cause().equals("loss");
  }

  private Tag main(String origin) {
    Judgement any = board.gains().get(0);
    LeaderboardStudies more = new LeaderboardStudies(board, records, this::figure);
    Tag main =
        Tag.of("main")
            .add(
                Tag.of("p", "Leaderboard at scale " + named(board)).with("class", "kicker"),
                Tag.of("h1", "How well does each method rank child models?"),
                Tag.of("p", lead()).with("class", "lead"),
                Tag.of("p", any.scaleStatement()).with("class", "note"));
    if (!origin.isEmpty()) {
      main.add(Tag.of("p", origin).with("class", "note"));
    }
    main.add(Tag.of("p", truth()).with("class", "note"), agreement());
    board.random().ifPresent(found -> main.add(random(found)));
    main.add(gains());
    more.mechanism().ifPresent(main::add);
    more.studies().ifPresent(main::add);
    return main.add(costs(), scatters())
        .add(records.sections())
        .add(Explorer.script(SitePaths.FROM_LEADERBOARD));
  }

  private Tag random(RandomComparison found) {
    return new RandomSection(
            found,
            row -> records.of(row.method()),
            row -> records.of(row.method(), found.baseline().orElse(row.method())),
            id -> SitePaths.FROM_LEADERBOARD + SitePaths.claim(board.scale(), id))
        .section("random", "Against random sampling", this::figure);
  }

  private String lead() {
    return "%d child models were each trained alone from %d seeds: that is the truth. Every method trained %d super-nets from the same seeds, and each scored the same child models on the same %s."
        .formatted(
            board.children(), board.truthSeeds(), seeds(), board.division().subject().heldOut());
  }

  /** A truth is the one thing that a run may take from committed files: its page says from when. */
  private String truth() {
    if (board.truthOrigin().commits().isEmpty()) {
      return "How the truth was made is not known here.";
    }
    return "The truth was made on: %s; by commit: %s. A run may take it from results/truth instead of training it."
        .formatted(
            String.join(" to ", board.truthOrigin().days()),
            String.join(", ", board.truthOrigin().commits()));
  }

  private int seeds() {
    return board.standings().stream()
        .flatMap(standing -> standing.agreement().stream())
        .mapToInt(Estimate::seeds)
        .max()
        .orElse(0);
  }

  private Tag agreement() {
    DataTable table =
        DataTable.traced(
            "Agreement with the truth, best first",
            "Method",
            "Kendall\u2019s tau-b",
            "Interval",
            "Mean gradient cosine",
            "Its interval",
            "Seeds");
    board.standings().forEach(standing -> addStanding(table, standing));
    board.ceiling().ifPresent(ceiling -> addBound(table, "noise ceiling", ceiling));
    board.settled().ifPresent(settled -> addBound(table, "truth with itself, earlier", settled));
    Figure agreement = agreementPlot(board);
    return Page.section("agreement", "Agreement")
        .add(
            Tag.of(
                "p",
                "Intervals draw seeds and child models anew, so those of two methods overlap even"
                    + " where their paired difference is clear: compare methods by the gains below."
                    + " Scores that know nothing have 0."),
            figure(agreement)
                .add(Explorer.of("agreement", AgreementData.of(board, agreement.caption()))),
            table.scrolling());
  }

  private void addStanding(DataTable table, Standing standing) {
    Optional<Estimate> cosine = figure(standing, "mean gradient cosine");
    table.tracedRow(
        records.of(standing.method()),
        MethodPage.link(SitePaths.FROM_LEADERBOARD, standing.method()),
        standing.agreement().map(Phrases::value).orElseGet(() -> Phrases.text("undefined")),
        standing.agreement().map(Phrases::interval).orElseGet(() -> Phrases.text("undefined")),
        cosine.map(Phrases::value).orElseGet(() -> Phrases.text(Words.UNKNOWN)),
        cosine.map(Phrases::interval).orElseGet(() -> Phrases.text(Words.UNKNOWN)),
        Phrases.text(
            standing.agreement().map(found -> Integer.toString(found.seeds())).orElse("none")));
  }

  private void addBound(DataTable table, String name, Estimate bound) {
    Tag none = Phrases.text("\u2013");
    table.tracedRow(
        records.truth(),
        Phrases.text(name),
        Phrases.value(bound),
        Phrases.interval(bound),
        none,
        none,
        Phrases.text(Integer.toString(bound.seeds())));
  }

  private static Optional<Estimate> figure(Standing standing, String name) {
    return standing.figures().stream().filter(found -> found.name().equals(name)).findFirst();
  }

  private Tag gains() {
    DataTable table =
        DataTable.traced(
            "Gains of one method over another",
            "Claim",
            "Methods",
            "Gain",
            "p-value, adjusted (Holm)",
            "Tolerance",
            "Verdict");
    board.gains().forEach(gain -> addGain(table, gain));
    Figure gains = gainsPlot(board);
    return Page.section("gains", "Paired differences")
        .add(
            figure(gains).add(Explorer.of("gains", GainsData.of(board, gains.caption()))),
            table.scrolling());
  }

  private static void addGain(DataTable table, Judgement gain) {
    Evidence evidence = gain.evidence().orElseThrow();
    double tolerance = gain.claim().tolerance().value();
    String page = SitePaths.FROM_LEADERBOARD + SitePaths.claim(gain);
    table.tracedRow(
        Phrases.records(page, gain),
        Phrases.link(page, gain.claim().title()),
        Phrases.text(name(gain)),
        Tag.of("span")
            .add(
                Phrases.value(evidence.effect()),
                Phrases.text(" "),
                Phrases.interval(evidence.effect())),
        Numbers.tag(evidence.adjustedPValue(), Numbers.trimmed(evidence.adjustedPValue())),
        Numbers.tag(tolerance, Numbers.trimmed(tolerance)),
        Phrases.verdict(gain.verdict().word()));
  }

  private Tag costs() {
    TreeSet<String> names = new TreeSet<>();
    board.standings().forEach(each -> each.figures().forEach(found -> names.add(found.name())));
    List<String> columns = new ArrayList<>(names);
    List<String> headers = new ArrayList<>(List.of("Method"));
    columns.forEach(column -> headers.add(Words.heading(column)));
    DataTable table = DataTable.traced("Mean over seeds", headers.toArray(String[]::new));
    for (Standing standing : board.standings()) {
      List<Node> cells =
          new ArrayList<>(List.of(MethodPage.link(SitePaths.FROM_LEADERBOARD, standing.method())));
      columns.forEach(
          column ->
              cells.add(
                  figure(standing, column)
                      .map(Phrases::value)
                      .orElseGet(() -> Phrases.text(Words.UNKNOWN))));
      table.tracedRow(records.of(standing.method()), cells.toArray(Node[]::new));
    }
    return Page.section("costs", "Price and training")
        .add(
            Tag.of(
                "p",
                "What a method is given counts as much as how it ranks: passes are counted, the"
                    + " seconds are those of the machine that ran it, which may have been busy."),
            table.scrolling());
  }

  private Tag scatters() {
    Tag section = Page.section("scatters", "Scores against truth");
    boolean isLoss = isLoss(board);
    board
        .standings()
        .forEach(standing -> section.add(figure(ScoreScatterPlot.draw(standing, isLoss))));
    return section;
  }

  private Tag figure(Figure figure) {
    String file = SitePaths.FROM_LEADERBOARD + SitePaths.leaderboardPlot(board, figure.name());
    return Tag.of("figure")
        .add(
            figure.svg(),
            Tag.of("figcaption", figure.caption() + " ")
                .add(Phrases.link(file, "SVG file"), Phrases.text(", "), records.all()));
  }
}
