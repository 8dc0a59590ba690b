package magicbench.results.report;

import java.util.ArrayList;
import java.util.List;
import magicbench.results.verdict.Leaderboard;
import magicbench.results.verdict.RandomComparison;
import magicbench.results.verdict.TaskBoard;
import magicbench.results.verdict.TradeOff;

/** What the first page says of methods side by side, and where it leads to. */
final class SideBySide {

  private SideBySide() {}

  /** The sections. */
  static List<Tag> sections(WholeReport report) {
    return List.of(random(report), pages(report));
  }

  /** Every comparison with random sampling, and where there is none. */
  private static Tag random(WholeReport report) {
    DataTable table =
        DataTable.traced(
            "Where methods are ranked and held against random sampling",
            "Compared",
            "Random sampling is",
            "Methods",
            "Tasks",
            "Highest mean",
            "Its mean and interval",
            "Its difference to random sampling");
    report.compared().forEach(each -> add(table, report, each));
    Tag section = Page.section("random", "Against random sampling");
    return table.isEmpty()
        ? section.add(Tag.of("p", "No claim here compares methods."))
        : section.add(
            Tag.of(
                "p",
                "Each line leads to ranks with their uncertainty, and to the difference of every"
                    + " method to random sampling, paired by seed, over all tasks and on each. The highest"
                    + " of several means is high by chance too: the pages show all of them."),
            table.cards());
  }

  private static void add(DataTable table, WholeReport report, WholeReport.Compared each) {
    RandomComparison compared = each.comparison();
    if (compared.rows().isEmpty()) {
      return;
    }
    RandomComparison.Row best = compared.rows().get(0);
    table.tracedRow(
        Phrases.link(each.records(), "all that were compared"),
        Phrases.link(each.section(), each.name()),
        Phrases.text(compared.baseline().orElse("none of these methods")),
        Numbers.tag(compared.rows().size(), 0),
        tasks(report, each),
        Phrases.text(best.method()),
        Phrases.effect(best.value(), compared.measured()),
        best.difference()
            .map(found -> Phrases.effect(found, ""))
            .orElseGet(
                () ->
                    Phrases.text(
                        compared.baseline().isPresent() ? "none: it is random sampling" : "none")));
  }

  private static Tag tasks(WholeReport report, WholeReport.Compared each) {
    return report.tasks().get(each.scale()).stream()
        .filter(board -> board.together().equals(each.comparison()))
        .findFirst()
        .map(SideBySide::tasks)
        .orElseGet(() -> Phrases.text("ranking child models"));
  }

  private static Tag tasks(TaskBoard board) {
    return Phrases.text(String.join(", ", board.byTask().keySet()));
  }

  private static Tag pages(WholeReport report) {
    Tag list = Tag.of("ul").with("class", "pages");
    report.scales().forEach(scale -> links(report, scale.name(), "").forEach(list::add));
    list.add(
        Tag.of("li", "What was read: ").add(Phrases.link(SitePaths.DATA, "data files")),
        Tag.of("li", "What can be chosen, and what was found: ")
            .add(Phrases.link(SitePaths.SPACES, "search spaces")));
    Tag methods = Tag.of("ul").with("class", "chips");
    MethodPage.methods(report)
        .forEach(method -> methods.add(Tag.of("li").add(MethodPage.link("", method))));
    return Page.section("pages", "Pages")
        .add(list, Tag.of("h3", "Each method, at every scale"), methods);
  }

  /**
   * Items that lead to a scale's pages on methods side by side.
   *
   * @param root from the page that links to the site's folder
   */
  static List<Tag> links(WholeReport report, String scale, String root) {
    List<Tag> items = new ArrayList<>();
    for (Leaderboard board : report.boards().get(scale)) {
      String name = "leaderboard at scale " + LeaderboardPage.named(board);
      items.add(item("All methods side by side: ", root + SitePaths.leaderboard(board), name));
    }
    if (!report.tasks().get(scale).isEmpty()) {
      items.add(item("Ranks on tasks: ", root + SitePaths.tasks(scale), "tasks at scale " + scale));
    }
    for (TradeOff tradeOff : report.tradeOffs().get(scale)) {
      String name = "trade-offs at scale " + TradeOffPage.named(tradeOff);
      items.add(
          item(
              "What networks score against what they cost: ",
              root + SitePaths.tradeOff(tradeOff),
              name));
    }
    return items;
  }

  private static Tag item(String what, String target, String name) {
    return Tag.of("li", what).add(Phrases.link(target, name));
  }
}
