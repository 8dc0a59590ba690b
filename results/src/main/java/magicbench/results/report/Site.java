package magicbench.results.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;
import magicbench.results.published.PublishedTable;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Leaderboard;
import magicbench.results.verdict.TaskBoard;
import magicbench.results.verdict.TradeOff;

/**
 * The static report: pages, drawings and raw data that need no server, no script, no network. A
 * script, where it may run, lets readers explore plots.
 */
public final class Site {

  private static final String STYLE_RESOURCE = "/magicbench/report/style.css";

  private final List<ReportedScale> scales;
  private final WholeReport report;
  private final List<PublishedTable> published;
  private final SiteHistory history;
  private final Path folder;

  private Site(
      List<ReportedScale> scales,
      List<PublishedTable> published,
      SiteHistory history,
      Path folder) {
    this.scales = scales;
    this.report = WholeReport.of(scales);
    this.published = published;
    this.history = history;
    this.folder = folder;
  }

  /**
   * Writes the site; the same input gives the same bytes. Files of an earlier site that this one
   * does not have are left alone.
   *
   * @param scales in the order in which they are shown
   * @param published other people's numbers, shown on the pages of their suites' claims
   * @param folder where to; made when it is missing
   * @throws IllegalArgumentException when two have the same name, or when a scale, claim id or
   *     trial id can't name a file
   * @throws magicbench.results.file.InputException when the disk refuses
   */
  public static void write(
      List<ReportedScale> scales, List<PublishedTable> published, Path folder) {
    write(scales, published, SiteHistory.none(), folder);
  }

  /**
   * Writes the site with what earlier runs found.
   *
   * @param scales in the order in which they are shown
   * @param published other people's numbers
   * @param history earlier runs, and how often the gate sounds
   * @param folder where to; made when it is missing
   * @throws IllegalArgumentException as the other one
   * @throws magicbench.results.file.InputException when the disk refuses
   */
  public static void write(
      List<ReportedScale> scales,
      List<PublishedTable> published,
      SiteHistory history,
      Path folder) {
    requireDistinctScales(scales);
    new Site(List.copyOf(scales), List.copyOf(published), history, folder).write();
  }

  private static void requireDistinctScales(List<ReportedScale> scales) {
    List<String> names = scales.stream().map(ReportedScale::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("a scale occurs twice among " + names);
    }
  }

  private void write() {
    List<JudgedTrials> all = new ArrayList<>();
    for (ReportedScale each : scales) {
      put(SitePaths.verdicts(each.name()), Json.write(each.verdicts()));
      all.addAll(writeClaims(each));
      writeRun(each);
      report.boards().get(each.name()).forEach(board -> writeLeaderboard(each, board));
      report.tradeOffs().get(each.name()).forEach(tradeOff -> writeTradeOff(each, tradeOff));
      writeTasks(each, report.tasks().get(each.name()));
    }
    writeRecords(all);
    put(SitePaths.STYLE, style());
    if (canBeExplored(all)) {
      SiteAssets.write(folder);
    }
    writeHistory();
    Tag footer = Footer.of("", report.verdicts(), recordsOf(all).values());
    writeAcross(footer, all);
    put(SitePaths.FRONT_TABLE, FrontTable.markdown(all));
    put(
        SitePaths.INDEX,
        Page.document(
            "", "magicbench: verdicts", IndexPage.main(all, report, origins(), history), footer));
  }

  /** Whether any page has a plot that needs more than the page. */
  private boolean canBeExplored(List<JudgedTrials> all) {
    return report.boards().values().stream().anyMatch(boards -> !boards.isEmpty())
        || report.tradeOffs().values().stream().anyMatch(tradeOffs -> !tradeOffs.isEmpty())
        || all.stream().map(JudgedTrials::judgement).anyMatch(ClaimPage::canBeExplored);
  }

  private void writeHistory() {
    history.alarmRates().ifPresent(rates -> put(SitePaths.ALARM_RATES, Json.write(rates)));
    history.lines().forEach((scale, lines) -> put(SitePaths.history(scale), lines));
  }

  /** Pages on what runs through all scales. */
  private void writeAcross(Tag footer, List<JudgedTrials> all) {
    put(SitePaths.DATA, Page.document("", "Data \u00b7 magicbench", DataPage.main(scales), footer));
    put(
        SitePaths.SPACES,
        Page.document("", "Search spaces \u00b7 magicbench", SpacesPage.main(report), footer));
    Tag below = Footer.of(SitePaths.FROM_METHOD, report.verdicts(), recordsOf(all).values());
    MethodPage.methods(report).parallelStream()
        .forEach(
            method ->
                put(
                    SitePaths.method(method),
                    Page.document(
                        SitePaths.FROM_METHOD,
                        method + " \u00b7 magicbench",
                        MethodPage.main(method, report),
                        below)));
  }

  /** Where a scale's records come from, for scales that were not run just now. */
  private Map<String, String> origins() {
    Map<String, String> origins = new LinkedHashMap<>();
    scales.stream()
        .filter(each -> !each.origin().isEmpty())
        .forEach(each -> origins.put(each.name(), each.origin()));
    return origins;
  }

  private void writeRun(ReportedScale source) {
    Tag footer =
        Footer.of(SitePaths.FROM_RUN, List.of(source.verdicts()), source.recordsById().values());
    put(
        SitePaths.run(source.name()),
        Page.document(
            SitePaths.FROM_RUN,
            "What was run (" + source.name() + ") \u00b7 magicbench",
            RunPage.main(source, report),
            footer));
  }

  private List<JudgedTrials> writeClaims(ReportedScale source) {
    return source.verdicts().judgements().parallelStream()
        .map(
            judgement -> {
              JudgedTrials trials = JudgedTrials.of(judgement, source.recordsById());
              writeClaim(source, trials);
              return trials;
            })
        .toList();
  }

  private void writeClaim(ReportedScale source, JudgedTrials trials) {
    Judgement judgement = trials.judgement();
    Plots.of(judgement, trials.judged().values())
        .forEach((name, svg) -> put(SitePaths.plot(judgement, name), svg));
    if (!judgement.trials().isEmpty()) {
      put(SitePaths.pairs(judgement), PairsCsv.of(judgement.claim(), trials.judged().values()));
    }
    Tag footer = Footer.of(SitePaths.FROM_CLAIM, List.of(source.verdicts()), trials.all().values());
    String title = judgement.claim().title() + " (" + judgement.scale() + ") \u00b7 magicbench";
    put(
        SitePaths.claim(judgement),
        Page.document(
            SitePaths.FROM_CLAIM,
            title,
            ClaimPage.main(
                trials, report.judgements().get(judgement.claim().id()), published, history),
            footer));
  }

  private void writeLeaderboard(ReportedScale source, Leaderboard board) {
    LeaderboardPage.figures(board)
        .forEach(
            figure -> put(SitePaths.leaderboardPlot(board, figure.name()), figure.svg().render()));
    List<RunRecord> records =
        board.gains().stream()
            .flatMap(gain -> JudgedTrials.of(gain, source.recordsById()).all().values().stream())
            .distinct()
            .toList();
    Tag footer = Footer.of(SitePaths.FROM_LEADERBOARD, List.of(source.verdicts()), records);
    String title = "Leaderboard (" + LeaderboardPage.named(board) + ") \u00b7 magicbench";
    put(
        SitePaths.leaderboard(board),
        Page.document(
            SitePaths.FROM_LEADERBOARD, title, LeaderboardPage.main(board, source), footer));
  }

  private void writeTradeOff(ReportedScale source, TradeOff tradeOff) {
    TradeOffPage.figures(tradeOff)
        .forEach(
            figure -> put(SitePaths.tradeOffPlot(tradeOff, figure.name()), figure.svg().render()));
    Tag footer =
        Footer.of(
            SitePaths.FROM_TRADE_OFF, List.of(source.verdicts()), source.recordsById().values());
    put(
        SitePaths.tradeOff(tradeOff),
        Page.document(
            SitePaths.FROM_TRADE_OFF,
            "Trade-offs (" + TradeOffPage.named(tradeOff) + ") \u00b7 magicbench",
            TradeOffPage.main(tradeOff, source),
            footer));
  }

  private void writeTasks(ReportedScale source, List<TaskBoard> boards) {
    if (boards.isEmpty()) {
      return;
    }
    TaskPage.figures(boards)
        .forEach(
            figure ->
                put(SitePaths.tasksPlot(source.name(), figure.name()), figure.svg().render()));
    Tag footer =
        Footer.of(SitePaths.FROM_TASKS, List.of(source.verdicts()), source.recordsById().values());
    put(
        SitePaths.tasks(source.name()),
        Page.document(
            SitePaths.FROM_TASKS,
            "Tasks (" + source.name() + ") \u00b7 magicbench",
            TaskPage.main(source, boards),
            footer));
  }

  private void writeRecords(List<JudgedTrials> all) {
    Map<String, RunRecord> records = recordsOf(all);
    scales.forEach(
        each ->
            each.recordsById()
                .forEach((id, record) -> records.put(SitePaths.record(each.name(), id), record)));
    records.entrySet().parallelStream()
        .forEach(entry -> put(entry.getKey(), Json.write(entry.getValue())));
  }

  private static Map<String, RunRecord> recordsOf(List<JudgedTrials> all) {
    Map<String, RunRecord> byPath = new LinkedHashMap<>();
    for (JudgedTrials trials : all) {
      trials
          .all()
          .forEach((id, record) -> byPath.put(SitePaths.record(trials.judgement(), id), record));
    }
    return byPath;
  }

  private void put(String path, String content) {
    WholeFile.writeUnforced(folder.resolve(path), content);
  }

  /** The style sheet of every page. */
  static String style() {
    try (InputStream in = Site.class.getResourceAsStream(STYLE_RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the style sheet is part of the jar", e);
    }
  }
}
