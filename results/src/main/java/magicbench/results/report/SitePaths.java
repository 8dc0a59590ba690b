package magicbench.results.report;

import java.util.regex.Pattern;
import magicbench.results.verdict.Judgement;

/** Where each file of the site lies, relative to the site's folder. */
final class SitePaths {

  /** From a claim's page to the site's folder. */
  static final String FROM_CLAIM = "../../";

  /** From a leaderboard to the site's folder. */
  static final String FROM_LEADERBOARD = "../";

  /** From a page of trade-offs to the site's folder. */
  static final String FROM_TRADE_OFF = "../";

  static final String INDEX = "index.html";
  static final String STYLE = "style.css";

  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private SitePaths() {}

  static String claim(Judgement judgement) {
    return "claims/" + checked(judgement.scale()) + "/" + id(judgement) + ".html";
  }

  static String plot(Judgement judgement, String name) {
    return "plots/" + checked(judgement.scale()) + "/" + id(judgement) + "-" + name + ".svg";
  }

  static String pairs(Judgement judgement) {
    return "data/" + checked(judgement.scale()) + "/" + id(judgement) + "-pairs.csv";
  }

  static String record(Judgement judgement, String trialId) {
    return "data/" + checked(judgement.scale()) + "/" + checked(trialId) + ".json";
  }

  static String leaderboard(String scale) {
    return "leaderboards/" + checked(scale) + ".html";
  }

  static String leaderboardPlot(String scale, String name) {
    return "plots/" + checked(scale) + "/leaderboard-" + checked(name) + ".svg";
  }

  static String tradeOff(String scale) {
    return "trade-offs/" + checked(scale) + ".html";
  }

  static String tradeOffPlot(String scale, String name) {
    return "plots/" + checked(scale) + "/trade-off-" + checked(name) + ".svg";
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
