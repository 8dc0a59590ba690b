package magicbench.results.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import magicbench.results.verdict.RandomComparison;
import magicbench.results.verdict.TaskBoard;

/** What networks score on labelled tasks at one scale: ranks, and gains over random sampling. */
final class TaskPage {

  private static final String WORD = "board-";

  private final ReportedScale scale;
  private final List<TaskBoard> boards;

  private TaskPage(ReportedScale scale, List<TaskBoard> boards) {
    this.scale = scale;
    this.boards = boards;
  }

  /**
   * The page.
   *
   * @param boards of the scale, at least one
   */
  static Tag main(ReportedScale scale, List<TaskBoard> boards) {
    return new TaskPage(scale, boards).main();
  }

  /** Every drawing of the page. */
  static List<Figure> figures(List<TaskBoard> boards) {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < boards.size(); i++) {
      String id = id(i);
      RandomSection.figure(id, boards.get(i).together()).ifPresent(figures::add);
      boards
          .get(i)
          .byTask()
          .forEach(
              (task, compared) ->
                  RandomSection.figure(id(id, task), compared).ifPresent(figures::add));
    }
    return figures;
  }

  /** Which of a scale's boards a section is about. */
  static String id(int board) {
    return WORD + (board + 1);
  }

  private static String id(String board, String task) {
    return board + "-" + task.replaceAll("[^A-Za-z0-9]+", "-");
  }

  /** What a board is about, in words. */
  static String named(TaskBoard board) {
    return Words.phrase(board.kind()) + ", " + Words.phrase(board.outcome());
  }

  private Tag main() {
    Tag main =
        Tag.of("main")
            .add(
                Tag.of("p", "Labelled tasks at scale " + scale.name()).with("class", "kicker"),
                Tag.of("h1", "How do networks rank on tasks, and against random sampling?"),
                Tag.of(
                        "p",
                        "All networks that claims about tasks compare, scored alike. High is good.")
                    .with("class", "lead"));
    if (!scale.origin().isEmpty()) {
      main.add(Tag.of("p", scale.origin()).with("class", "note"));
    }
    List<Tag> records = new ArrayList<>();
    for (int i = 0; i < boards.size(); i++) {
      RecordLists lists = records(i);
      main.add(sections(i, lists));
      records.add(lists.section("Records of " + named(boards.get(i))));
    }
    return main.add(records);
  }

  private RecordLists records(int board) {
    Set<String> read = new HashSet<>(boards.get(board).trials());
    return new RecordLists(
        "records-" + (board + 1),
        SitePaths.FROM_TASKS,
        scale.name(),
        scale.recordsById().values().stream()
            .filter(record -> read.contains(record.trial().id()))
            .toList());
  }

  private List<Tag> sections(int at, RecordLists records) {
    TaskBoard board = boards.get(at);
    List<Tag> sections = new ArrayList<>();
    sections.add(
        section(board, board.together(), records)
            .section(id(at), "All tasks: " + named(board), figure -> drawn(figure, records)));
    board
        .byTask()
        .forEach(
            (task, compared) ->
                sections.add(
                    section(board, compared, records)
                        .further(
                            id(id(at), task),
                            "Task " + task + ": " + named(board),
                            figure -> drawn(figure, records))));
    return sections;
  }

  private RandomSection section(TaskBoard board, RandomComparison compared, RecordLists records) {
    return new RandomSection(
        compared,
        row -> records.link(board.kind(), row.method()),
        row ->
            Tag.of("span")
                .add(records.link(board.kind(), row.method()))
                .text(", ")
                .add(records.link(board.kind(), compared.baseline().orElse(row.method()))),
        id -> SitePaths.FROM_TASKS + SitePaths.claim(scale.name(), id));
  }

  private Tag drawn(Figure figure, RecordLists records) {
    String file = SitePaths.FROM_TASKS + SitePaths.tasksPlot(scale.name(), figure.name());
    return Tag.of("figure")
        .add(
            figure.svg(),
            Tag.of("figcaption", figure.caption() + " ")
                .add(Phrases.link(file, "SVG file"), Phrases.text(", "), records.link()));
  }
}
