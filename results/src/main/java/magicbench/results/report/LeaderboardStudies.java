package magicbench.results.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Leaderboard;
import magicbench.results.verdict.Mechanism;
import magicbench.results.verdict.StudyCurve;

/** What a leaderboard says beyond who ranks best: why, and what settings do. */
final class LeaderboardStudies {

  private final Leaderboard board;
  private final BoardRecords records;
  private final Function<Figure, Tag> shown;

  /**
   * The sections of a leaderboard.
   *
   * @param records what they rest on
   * @param shown a drawing as the page shows it
   */
  LeaderboardStudies(Leaderboard board, BoardRecords records, Function<Figure, Tag> shown) {
    this.board = board;
    this.records = records;
    this.shown = shown;
  }

  /** Every drawing of these sections. */
  static List<Figure> figures(Leaderboard board) {
    return Stream.concat(
            board.mechanism().map(MechanismPlot::draw).stream(),
            board.studies().stream().map(study -> StudyPlot.draw(study, tolerance(board))))
        .toList();
  }

  private static double tolerance(Leaderboard board) {
    return board.gains().get(0).claim().tolerance().value();
  }

  /** Whether less interference goes with better ranks. */
  Optional<Tag> mechanism() {
    return board.mechanism().map(this::mechanism);
  }

  private Tag mechanism(Mechanism found) {
    DataTable table =
        DataTable.traced(
            "Does less interference go with better ranks?", "Compared", "rho", "Interval");
    addRow(table, "methods, within a seed", found.acrossMethods());
    addRow(table, "seeds, within a method", found.withinMethods());
    return Page.section("mechanism", "The mechanism")
        .add(
            Tag.of(
                "p",
                "The paper explains better ranks by less interference. If that is the cause,"
                    + " super-nets with more similar gradients should rank better, and rho be above"
                    + " 0. This is a comparison, not an experiment: methods differ in more than"
                    + " interference, and few methods make a coarse rho."),
            shown.apply(MechanismPlot.draw(found)),
            table.scrolling());
  }

  private void addRow(DataTable table, String compared, Optional<Estimate> rho) {
    table.tracedRow(
        records.all(),
        Phrases.text(compared),
        rho.map(Phrases::value).orElseGet(() -> Phrases.text("too few")),
        rho.map(Phrases::interval).orElseGet(() -> Phrases.text("too few")));
  }

  /** What moving one setting does. */
  Optional<Tag> studies() {
    if (board.studies().isEmpty()) {
      return Optional.empty();
    }
    Tag section =
        Page.section("studies", "What settings do")
            .add(
                Tag.of(
                    "p",
                    "One setting is moved and all else stays. These are explorations: no claim"
                        + " rests on them, and no correction covers them."));
    board.studies().forEach(study -> section.add(study(study)));
    return Optional.of(section);
  }

  private Tag study(StudyCurve study) {
    DataTable table =
        DataTable.traced(
            study.title(),
            study.setting(),
            "Method",
            "Kendall\u2019s tau-b",
            "Against",
            "Gain",
            "Interval",
            "Noise ceiling");
    study.points().forEach(point -> addPoint(table, point));
    return Tag.of("div")
        .add(shown.apply(StudyPlot.draw(study, tolerance(board))), table.scrolling());
  }

  private void addPoint(DataTable table, StudyCurve.Point point) {
    Tag none = Phrases.text("not run");
    table.tracedRow(
        records.of(point),
        Phrases.text(point.value()),
        Phrases.text(point.method()),
        point.agreement().map(Phrases::value).orElse(none),
        Phrases.text(point.against()),
        point.gain().map(Phrases::value).orElse(none),
        point.gain().map(Phrases::interval).orElse(none),
        point.ceiling().map(Phrases::value).orElseGet(() -> Phrases.text("unknown")));
  }
}
