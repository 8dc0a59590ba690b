package magicbench.results.report;

import java.util.regex.Pattern;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Leaderboard;
import magicbench.results.verdict.Subject;
import magicbench.results.verdict.TradeOff;

/** Where each file of the site lies, relative to the site's folder. */
final class SitePaths {

  /** From a claim's page to the site's folder. */
  static final String FROM_CLAIM = "../../";

  /** From a leaderboard to the site's folder. */
  static final String FROM_LEADERBOARD = "../";

  /** From a page of trade-offs to the site's folder. */
  static final String FROM_TRADE_OFF = "../";

  /** From a page on a run to the site's folder. */
  static final String FROM_RUN = "../";

  /** From a page on tasks to the site's folder. */
  static final String FROM_TASKS = "../";

  /** From a page on a method to the site's folder. */
  static final String FROM_METHOD = "../";

  static final String INDEX = "index.html";
  static final String DATA = "data.html";
  static final String SPACES = "spaces.html";

  /** The first page's table in Markdown. */
  static final String FRONT_TABLE = "verdicts.md";

  static final String STYLE = "style.css";
  static final String ALARM_RATES = "data/alarm-rates.json";

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private SitePaths() {}

  static String claim(Judgement judgement) {
    return claim(judgement.scale(), judgement.claim().id());
  }

  static String plot(Judgement judgement, String name) {
    return "plots/" + checked(judgement.scale()) + "/" + id(judgement) + "-" + name + ".svg";
  }

  static String pairs(Judgement judgement) {
    return "data/" + checked(judgement.scale()) + "/" + id(judgement) + "-pairs.csv";
  }

  static String record(Judgement judgement, String trialId) {
    return record(judgement.scale(), trialId);
  }

  static String record(String scale, String trialId) {
    return "data/" + checked(scale) + "/" + checked(trialId) + ".json";
  }

  static String claim(String scale, String claim) {
    return "claims/" + checked(scale) + "/" + checked(claim) + ".html";
  }

  static String method(String method) {
    return "methods/" + checked(method) + ".html";
  }

  static String tasks(String scale) {
    return "tasks/" + checked(scale) + ".html";
  }

  static String tasksPlot(String scale, String name) {
    return plot(scale, "tasks", "", name);
  }

  static String history(String scale) {
    return "data/" + checked(scale) + "/history.jsonl";
  }

  static String leaderboard(Leaderboard board) {
    return "leaderboards/" + page(board.scale(), board.division().name()) + ".html";
  }

  static String leaderboardPlot(Leaderboard board, String name) {
    return plot(board.scale(), "leaderboard", board.division().name(), name);
  }

  static String tradeOff(TradeOff tradeOff) {
    return "trade-offs/" + page(tradeOff.scale(), named(tradeOff)) + ".html";
  }

  static String tradeOffPlot(TradeOff tradeOff, String name) {
    return plot(tradeOff.scale(), "trade-off", named(tradeOff), name);
  }

  /** A scale has one page about text, which its name alone tells. */
  private static String named(TradeOff tradeOff) {
    return tradeOff.subject() == Subject.TEXT ? "" : tradeOff.kind();
  }

  /** No scale's name holds a point: what follows one can't be another scale's. */
  private static String page(String scale, String part) {
    return checked(part.isEmpty() ? scale : scale + "." + part);
  }

  private static String plot(String scale, String page, String part, String name) {
    String of = part.isEmpty() ? page : page + "-" + part;
    return "plots/" + checked(scale) + "/" + checked(of + "-" + name) + ".svg";
  }

  static String run(String scale) {
    return "runs/" + checked(scale) + ".html";
  }

  static String verdicts(String scale) {
    return "data/" + checked(scale) + "/verdicts.json";
  }

  private static String id(Judgement judgement) {
    return checked(judgement.claim().id());
  }

  private static String checked(String name) {
    if (!SAFE.matcher(name).matches()) {
      throw new IllegalArgumentException("\"" + name + "\" can't name a file of the site");
    }
    return name;
  }
}
