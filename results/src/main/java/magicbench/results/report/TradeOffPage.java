package magicbench.results.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import magicbench.results.verdict.Subject;
import magicbench.results.verdict.TradeOff;

/** What the networks of each method score, against what they cost. */
final class TradeOffPage {

  private static final int MILLISECONDS_DECIMALS = 3;

  private TradeOffPage() {}

  /** The scale, and the kind of trial where its page is not the one about text. */
  static String named(TradeOff tradeOff) {
    return tradeOff.subject() == Subject.TEXT
        ? tradeOff.scale()
        : tradeOff.scale() + ", " + Words.phrase(tradeOff.kind());
  }

  /** Every drawing of the page: one for each kind of cost. */
  static List<Figure> figures(TradeOff tradeOff) {
    return Arrays.stream(TradeOff.Cost.values())
        .map(cost -> TradeOffPlot.draw(tradeOff, cost))
        .toList();
  }

  /**
   * The page.
   *
   * @param scale what is reported of its scale
   */
  static Tag main(TradeOff tradeOff, ReportedScale scale) {
    RecordLists records = records(tradeOff, scale);
    String origin = scale.origin();
    Tag main =
        Tag.of("main")
            .add(
                Tag.of("p", "Trade-offs at scale " + named(tradeOff)).with("class", "kicker"),
                Tag.of("h1", "What does a network score for what it costs?"),
                Tag.of(
                        "p",
                        "A score is the mean over tasks and seeds, with its interval over seeds."
                            + " Costs are medians over runs. A method is on the front of a cost"
                            + " where no other one here scores as high for as little: by these"
                            + " numbers as they stand, whatever intervals and noise say.")
                    .with("class", "lead"),
                Tag.of("p", tradeOff.subject().costs()).with("class", "note"));
    if (!origin.isEmpty()) {
      main.add(Tag.of("p", origin).with("class", "note"));
    }
    main.add(table(tradeOff, records));
    Tag plots = Page.section("plots", "Scores against costs");
    for (TradeOff.Cost cost : TradeOff.Cost.values()) {
      Figure figure = TradeOffPlot.draw(tradeOff, cost);
      plots.add(
          drawn(tradeOff, figure, records)
              .add(
                  Explorer.of(
                      Words.cost(cost), TradeOffData.of(tradeOff, cost, figure.caption()))));
    }
    return main.add(plots, records.section("Records"), Explorer.script(SitePaths.FROM_TRADE_OFF));
  }

  /** What the networks' scores and costs were read from. */
  private static RecordLists records(TradeOff tradeOff, ReportedScale scale) {
    Set<String> judged = new HashSet<>();
    scale.verdicts().judgements().forEach(judgement -> judged.addAll(judgement.trials()));
    Set<String> methods =
        tradeOff.networks().stream().map(TradeOff.Network::method).collect(Collectors.toSet());
    return new RecordLists(
        "records",
        SitePaths.FROM_TRADE_OFF,
        scale.name(),
        scale.recordsById().values().stream()
            .filter(record -> judged.contains(record.trial().id()))
            .filter(record -> record.trial().kind().equals(tradeOff.kind()))
            .filter(record -> methods.contains(record.trial().method()))
            .toList());
  }

  private static Tag table(TradeOff tradeOff, RecordLists records) {
    DataTable table =
        DataTable.traced(
            "Networks by method, best first",
            "Method",
            "Mean score (points)",
            "Interval",
            "Parameters",
            "Forward FLOPs",
            "Latency (ms)",
            "On the front of",
            "Seeds");
    tradeOff.networks().stream()
        .sorted(
            Comparator.comparingDouble((TradeOff.Network network) -> -network.score().value())
                .thenComparing(TradeOff.Network::method))
        .forEach(
            network ->
                table.tracedRow(
                    records.link(tradeOff.kind(), network.method()),
                    MethodPage.link(SitePaths.FROM_TRADE_OFF, network.method()),
                    Phrases.value(network.score()),
                    Phrases.interval(network.score()),
                    cost(network, TradeOff.Cost.PARAMETERS),
                    cost(network, TradeOff.Cost.FLOPS),
                    cost(network, TradeOff.Cost.LATENCY_MILLIS),
                    Phrases.text(fronts(network)),
                    Phrases.text(Integer.toString(network.score().seeds()))));
    return Page.section("networks", "Networks").add(table.scrolling());
  }

  private static Tag cost(TradeOff.Network network, TradeOff.Cost cost) {
    return Numbers.tag(network.costs().get(cost), decimals(cost));
  }

  /** Of a cost as it is shown. */
  static int decimals(TradeOff.Cost cost) {
    return cost == TradeOff.Cost.LATENCY_MILLIS ? MILLISECONDS_DECIMALS : 0;
  }

  private static String fronts(TradeOff.Network network) {
    return network.frontOf().isEmpty()
        ? "none"
        : network.frontOf().stream().map(Words::cost).collect(Collectors.joining(", "));
  }

  private static Tag drawn(TradeOff tradeOff, Figure figure, RecordLists records) {
    String file = SitePaths.FROM_TRADE_OFF + SitePaths.tradeOffPlot(tradeOff, figure.name());
    return Tag.of("figure")
        .add(
            figure.svg(),
            Tag.of("figcaption", figure.caption() + " ")
                .add(Phrases.link(file, "SVG file"), Phrases.text(", "), records.link()));
  }
}
