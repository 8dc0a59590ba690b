package magicbench.results.report;

import java.util.List;
import magicbench.results.history.AlarmRates;
import magicbench.results.history.Rules;

/** How often the gate sounds without cause, and how often it hears one. */
final class AlarmSection {

  private static final int PLACES = 2;

  private AlarmSection() {}

  static Tag of(AlarmRates rates) {
    return Page.section("alarms", "How far to trust the gate")
        .add(
            Tag.of("p", rules(rates.rules())),
            Tag.of("p", "Measured by ")
                .add(Numbers.tag(rates.runs(), 0))
                .text(
                    " repetitions of one code with fresh seeds at scale "
                        + rates.scale()
                        + ", split at random into history, run and repetition (")
                .add(Phrases.link(SitePaths.ALARM_RATES, "alarm-rates.json"))
                .text("; commit " + String.join(", ", rates.commits()) + ")."),
            withoutCause(rates).scrolling(),
            withCause(rates).scrolling());
  }

  private static String rules(Rules rules) {
    return "A run is held against the last "
        + rules.window()
        + " of its design. What is worse at the "
        + Numbers.percent(rules.level())
        + " level after Holm\u2019s correction over its claims, by at least "
        + rules.leastSpreads()
        + " standard deviations between seeds and "
        + rules.leastTolerances()
        + " tolerances, is suspected, and fails the gate once a repetition with fresh seeds shows"
        + " it too.";
  }

  private static DataTable withoutCause(AlarmRates rates) {
    DataTable table =
        new DataTable(
            "Without cause: how often a run is suspected, and how often the gate fails",
            "Earlier runs",
            "Suspected",
            "Failed",
            "95 % interval",
            "Splits");
    for (AlarmRates.Alarms row : rates.alarms()) {
      table.row(
          Numbers.tag(row.window(), 0),
          percent(row.suspected()),
          percent(row.alarmed()),
          Tag.of("span")
              .add(percent(row.interval().low()))
              .text(" to ")
              .add(percent(row.interval().high())),
          Numbers.tag(row.splits(), 0));
    }
    return table;
  }

  private static DataTable withCause(AlarmRates rates) {
    DataTable table =
        new DataTable(
            "With a cause: how often the gate fails where a claim\u2019s effect is worse",
            "Claim",
            "Earlier runs",
            "Worse by, in spreads between seeds",
            "Worse by, in the effect\u2019s unit",
            "Found");
    List<AlarmRates.Power> rows = rates.power();
    for (AlarmRates.Power row : rows) {
      table.row(
          Phrases.code(row.claim()),
          Numbers.tag(row.window(), 0),
          Numbers.tag(row.spreads(), 1),
          Numbers.tag(row.size(), 3),
          percent(row.found()));
    }
    return table;
  }

  private static Tag percent(double share) {
    return Tag.of("span").add(Numbers.tag(100 * share, PLACES)).text(" %");
  }
}
