package magicbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import magicbench.results.history.AlarmRates;
import magicbench.results.history.Rules;

/** How often the gate sounds without cause, and how often it hears one. */
final class AlarmSection {

  private static final int PLACES = 2;
  private static final int SPREAD_PLACES = 3;

  private AlarmSection() {}

  /**
   * The section.
   *
   * @param history that knows the rates, and perhaps the runs that they were computed from
   */
  static Tag of(AlarmRates rates, SiteHistory history) {
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
            withoutCause(rates, history).scrolling(),
            withCause(rates, history).scrolling());
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

  private static DataTable withoutCause(AlarmRates rates, SiteHistory history) {
    DataTable table =
        DataTable.traced(
            "Without cause: how often a run is suspected, and how often the gate fails",
            "Earlier runs",
            "Suspected",
            "Failed",
            "95 % interval",
            "Splits");
    for (AlarmRates.Alarms row : rates.alarms()) {
      table.tracedRow(
          source(rates, history),
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

  /** A row a claim and length of history, a column a size. */
  private static DataTable withCause(AlarmRates rates, SiteHistory history) {
    List<Double> sizes =
        rates.power().stream().map(AlarmRates.Power::spreads).distinct().sorted().toList();
    List<String> headers =
        new ArrayList<>(List.of("Claim", "Earlier runs", "One spread, in the effect\u2019s unit"));
    sizes.forEach(size -> headers.add("Worse by " + Numbers.text(size, 1) + " spreads"));
    DataTable table =
        DataTable.traced(
            "With a cause: how often the gate fails where a claim\u2019s effect is worse by so many"
                + " standard deviations between seeds, in run and repetition",
            headers.toArray(String[]::new));
    Map<List<Object>, List<AlarmRates.Power>> rows = new LinkedHashMap<>();
    rates
        .power()
        .forEach(
            power ->
                rows.computeIfAbsent(
                        List.of(power.claim(), power.window()), row -> new ArrayList<>())
                    .add(power));
    rows.values().forEach(row -> table.tracedRow(source(rates, history), cells(row, sizes)));
    return table;
  }

  private static Node[] cells(List<AlarmRates.Power> row, List<Double> sizes) {
    AlarmRates.Power any = row.get(0);
    List<Node> cells =
        new ArrayList<>(
            List.of(
                Phrases.code(any.claim()),
                Numbers.tag(any.window(), 0),
                Numbers.tag(any.size() / any.spreads(), SPREAD_PLACES)));
    for (double size : sizes) {
      cells.add(
          row.stream()
              .filter(power -> power.spreads() == size)
              .findFirst()
              .map(power -> percent(power.found()))
              .orElseGet(() -> Phrases.text(Words.UNKNOWN)));
    }
    return cells.toArray(Node[]::new);
  }

  private static Tag source(AlarmRates rates, SiteHistory history) {
    return history.entries().stream().anyMatch(entry -> entry.scale().equals(rates.scale()))
        ? Phrases.link(SitePaths.history(rates.scale()), Phrases.count(rates.runs(), "run"))
        : Phrases.link(SitePaths.ALARM_RATES, "alarm-rates.json");
  }

  private static Tag percent(double share) {
    return Tag.of("span").add(Numbers.tag(100 * share, PLACES)).text(" %");
  }
}
