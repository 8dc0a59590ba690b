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
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Leaderboard;
import magicbench.results.verdict.Verdicts;

/** The static report: pages, drawings and raw data that need no server, no script, no network. */
public final class Site {

  private static final String STYLE_RESOURCE = "/magicbench/report/style.css";

  private final List<Verdicts> verdicts;
  private final Map<String, RunRecord> recordsById;
  private final Path folder;

  private Site(List<Verdicts> verdicts, Map<String, RunRecord> recordsById, Path folder) {
    this.verdicts = verdicts;
    this.recordsById = recordsById;
    this.folder = folder;
  }

  /**
   * Writes the site; the same input gives the same bytes. Files of an earlier site that this one
   * does not have are left alone.
   *
   * @param verdicts one a scale, in the order in which scales are shown
   * @param recordsById the records behind them by trial id; a trial without one is listed as such
   * @param folder where to; made when it is missing
   * @throws IllegalArgumentException when two verdicts have the same scale, or when a scale, claim
   *     id or trial id can't name a file
   * @throws magicbench.results.file.InputException when the disk refuses
   */
  public static void write(
      List<Verdicts> verdicts, Map<String, RunRecord> recordsById, Path folder) {
    requireDistinctScales(verdicts);
    new Site(List.copyOf(verdicts), Map.copyOf(recordsById), folder).write();
  }

  private static void requireDistinctScales(List<Verdicts> verdicts) {
    List<String> scales = verdicts.stream().map(Verdicts::scale).toList();
    if (scales.stream().distinct().count() < scales.size()) {
      throw new IllegalArgumentException("a scale occurs twice among " + scales);
    }
  }

  private void write() {
    List<JudgedTrials> all = new ArrayList<>();
    List<String> ranked = new ArrayList<>();
    for (Verdicts each : verdicts) {
      put(SitePaths.verdicts(each.scale()), Json.write(each));
      for (Judgement judgement : each.judgements()) {
        JudgedTrials trials = JudgedTrials.of(judgement, recordsById);
        writeClaim(each, trials);
        all.add(trials);
      }
      Leaderboard.of(each, recordsById)
          .ifPresent(
              board -> {
                writeLeaderboard(each, board);
                ranked.add(each.scale());
              });
    }
    writeRecords(all);
    put(SitePaths.STYLE, style());
    Tag footer = Footer.of("", verdicts, recordsOf(all).values());
    put(
        SitePaths.INDEX,
        Page.document("", "magicbench: verdicts", IndexPage.main(all, ranked), footer));
  }

  private void writeClaim(Verdicts source, JudgedTrials trials) {
    Judgement judgement = trials.judgement();
    Plots.of(judgement, trials.judged().values())
        .forEach((name, svg) -> put(SitePaths.plot(judgement, name), svg));
    if (!judgement.trials().isEmpty()) {
      put(SitePaths.pairs(judgement), PairsCsv.of(judgement.claim(), trials.judged().values()));
    }
    Tag footer = Footer.of(SitePaths.FROM_CLAIM, List.of(source), trials.all().values());
    String title = judgement.claim().title() + " (" + judgement.scale() + ") \u00b7 magicbench";
    put(
        SitePaths.claim(judgement),
        Page.document(SitePaths.FROM_CLAIM, title, ClaimPage.main(trials), footer));
  }

  private void writeLeaderboard(Verdicts source, Leaderboard board) {
    LeaderboardPage.figures(board)
        .forEach(
            figure ->
                put(
                    SitePaths.leaderboardPlot(board.scale(), figure.name()),
                    figure.svg().render()));
    List<RunRecord> records =
        board.gains().stream()
            .flatMap(gain -> JudgedTrials.of(gain, recordsById).all().values().stream())
            .distinct()
            .toList();
    Tag footer = Footer.of(SitePaths.FROM_LEADERBOARD, List.of(source), records);
    String title = "Leaderboard (" + board.scale() + ") \u00b7 magicbench";
    put(
        SitePaths.leaderboard(board.scale()),
        Page.document(SitePaths.FROM_LEADERBOARD, title, LeaderboardPage.main(board), footer));
  }

  private void writeRecords(List<JudgedTrials> all) {
    recordsOf(all).forEach((path, record) -> put(path, Json.write(record)));
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
    WholeFile.write(folder.resolve(path), content);
  }

  private static String style() {
    try (InputStream in = Site.class.getResourceAsStream(STYLE_RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the style sheet is part of the jar", e);
    }
  }
}
