package magicbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Leaderboard;
import magicbench.results.verdict.RandomComparison;
import magicbench.results.verdict.TaskBoard;
import magicbench.results.verdict.TradeOff;
import magicbench.results.verdict.Verdicts;

/**
 * All that a report tells, of every scale.
 *
 * @param scales in the order in which they are shown
 * @param boards the leaderboards of each scale, by its name
 * @param tasks its boards of labelled tasks
 * @param tradeOffs its scores against costs
 * @param judgements of each claim at every scale, by its id
 */
record WholeReport(
    List<ReportedScale> scales,
    Map<String, List<Leaderboard>> boards,
    Map<String, List<TaskBoard>> tasks,
    Map<String, List<TradeOff>> tradeOffs,
    Map<String, List<Judgement>> judgements) {

  /** Leaderboards take most of a report's time, and scales know nothing of each other. */
  static WholeReport of(List<ReportedScale> scales) {
    ConcurrentMap<String, List<Leaderboard>> boards =
        scales.parallelStream()
            .collect(
                Collectors.toConcurrentMap(
                    ReportedScale::name,
                    each ->
                        Leaderboard.allOf(each.verdicts(), each.recordsById(), each.studies())));
    Map<String, List<TaskBoard>> tasks = new TreeMap<>();
    Map<String, List<TradeOff>> tradeOffs = new TreeMap<>();
    Map<String, List<Judgement>> judgements = new TreeMap<>();
    for (ReportedScale each : scales) {
      tasks.put(each.name(), TaskBoard.allOf(each.verdicts(), each.recordsById()));
      tradeOffs.put(each.name(), TradeOff.allOf(each.verdicts(), each.recordsById()));
      each.verdicts()
          .judgements()
          .forEach(
              judgement ->
                  judgements
                      .computeIfAbsent(judgement.claim().id(), id -> new ArrayList<>())
                      .add(judgement));
    }
    return new WholeReport(scales, boards, tasks, tradeOffs, judgements);
  }

  List<Verdicts> verdicts() {
    return scales.stream().map(ReportedScale::verdicts).toList();
  }

  /** Some records of each scale that has any, by its name and their kind. */
  Map<String, SortedMap<String, List<RunRecord>>> byKind(Predicate<RunRecord> wanted) {
    Map<String, SortedMap<String, List<RunRecord>>> all = new LinkedHashMap<>();
    for (ReportedScale scale : scales) {
      SortedMap<String, List<RunRecord>> own =
          scale.recordsById().values().stream()
              .filter(wanted)
              .collect(
                  Collectors.groupingBy(
                      record -> record.trial().kind(), TreeMap::new, Collectors.toList()));
      if (!own.isEmpty()) {
        all.put(scale.name(), own);
      }
    }
    return all;
  }

  /**
   * Methods that were measured alike somewhere.
   *
   * @param scale its name
   * @param name where, for readers
   * @param page on which it is shown, from the site's folder
   * @param anchor of its section
   * @param lists the anchor of its lists of records
   * @param comparison the numbers
   */
  record Compared(
      String scale,
      String name,
      String page,
      String anchor,
      String lists,
      RandomComparison comparison) {

    String section() {
      return page + "#" + anchor;
    }

    /** Leads to the records of all methods: a rank is computed from every one of them. */
    String records() {
      return page + "#" + lists;
    }
  }

  /** All of them: rank agreement first, then tasks, scale by scale. */
  List<Compared> compared() {
    List<Compared> all = new ArrayList<>();
    for (ReportedScale scale : scales) {
      for (Leaderboard board : boards.get(scale.name())) {
        board.random().ifPresent(found -> all.add(of(board, found)));
      }
      List<TaskBoard> own = tasks.get(scale.name());
      for (int i = 0; i < own.size(); i++) {
        all.add(of(own.get(i), i));
      }
    }
    return all;
  }

  private static Compared of(Leaderboard board, RandomComparison found) {
    return new Compared(
        board.scale(),
        LeaderboardPage.named(board) + ": rank agreement",
        SitePaths.leaderboard(board),
        "random",
        "records",
        found);
  }

  private static Compared of(TaskBoard board, int at) {
    return new Compared(
        board.scale(),
        board.scale() + ": " + TaskPage.named(board),
        SitePaths.tasks(board.scale()),
        TaskPage.id(at),
        "records-" + (at + 1),
        board.together());
  }
}
