package magicbench.results.report;

import java.util.List;
import java.util.Map;
import magicbench.results.verdict.TradeOff;

/** Scores against one kind of cost, to be explored. */
final class TradeOffData {

  private TradeOffData() {}

  /**
   * The plot.
   *
   * @param caption what its figure shows
   */
  static PlotData of(TradeOff tradeOff, TradeOff.Cost cost, String caption) {
    List<String> methods = tradeOff.networks().stream().map(TradeOff.Network::method).toList();
    return new PlotData(PlotData.Kind.TRADE_OFF, caption)
        .rows(tradeOff.networks().stream().map(network -> row(network, cost)).toList())
        .group("method")
        .axes(unit(cost), "mean score (points)")
        .filter("method", "Methods", methods)
        .column("method", "Method")
        .column("shown", "Mean score (points)")
        .column("interval", "Interval")
        .column("price", Words.heading(unit(cost)))
        .column("front", "On the front")
        .column("seeds", "Seeds");
  }

  private static Map<String, Object> row(TradeOff.Network network, TradeOff.Cost cost) {
    Map<String, Object> row = PlotRow.of(network.score());
    double price = network.costs().get(cost);
    row.put("method", network.method());
    row.put("cost", PlotData.number(price));
    row.put("price", Numbers.text(price, TradeOffPage.decimals(cost)));
    row.put("front", network.frontOf().contains(cost) ? "yes" : "no");
    return row;
  }

  private static String unit(TradeOff.Cost cost) {
    return switch (cost) {
      case PARAMETERS -> "parameters";
      case FLOPS -> "forward FLOPs";
      case LATENCY_MILLIS -> "latency (milliseconds)";
    };
  }
}
