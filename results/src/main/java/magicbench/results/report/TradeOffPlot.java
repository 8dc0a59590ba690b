package magicbench.results.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import magicbench.results.verdict.TradeOff;

/** Scores against one kind of cost, a circle each method, filled where it is on the front. */
final class TradeOffPlot {

  private static final int HEIGHT = 360;
  private static final int LEFT = 66;
  private static final int BOTTOM = HEIGHT - 50;
  private static final double LABEL_RISE = 4.5;
  private static final double RADIUS = 5;
  private static final double THOUSAND = 1000;

  private TradeOffPlot() {}

  static Figure draw(TradeOff tradeOff, TradeOff.Cost cost) {
    String caption =
        "Mean score over tasks and seeds against %s, one circle a method. Filled: no other one scores as high for as little."
            .formatted(Words.cost(cost));
    List<TradeOff.Network> networks = tradeOff.networks();
    Axis across =
        Axis.covering(
            networks.stream().mapToDouble(network -> price(network, cost)), LEFT, Chart.RIGHT);
    Axis up =
        Axis.covering(networks.stream().flatMapToDouble(TradeOffPlot::extent), BOTTOM, Chart.TOP);
    String name = cost.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Chart chart =
        new Chart(
                "trade-off-" + name,
                "Score against " + Words.cost(cost),
                "circle: a method \u00b7 filled: on the front \u00b7 bar: interval",
                caption,
                HEIGHT)
            .leftAxis(up, LEFT, "mean score (points)")
            .bottomAxis(across, BOTTOM, across.ticks(4), axis(cost));
    networks.forEach(network -> mark(chart, network, across.at(price(network, cost)), up, cost));
    labels(chart, networks, across, up, cost);
    return new Figure(name, chart.drawing(), caption);
  }

  private static String axis(TradeOff.Cost cost) {
    return switch (cost) {
      case PARAMETERS -> "parameters (thousands)";
      case FLOPS -> "forward FLOPs (millions)";
      case LATENCY_MILLIS -> "latency (milliseconds)";
    };
  }

  /** In the unit of the axis. */
  private static double price(TradeOff.Network network, TradeOff.Cost cost) {
    double unit =
        switch (cost) {
          case PARAMETERS -> THOUSAND;
          case FLOPS -> THOUSAND * THOUSAND;
          case LATENCY_MILLIS -> 1;
        };
    return network.costs().get(cost) / unit;
  }

  private static DoubleStream extent(TradeOff.Network network) {
    return DoubleStream.concat(
        DoubleStream.of(network.score().value()),
        network.score().interval().stream()
            .flatMapToDouble(ends -> DoubleStream.of(ends.low(), ends.high())));
  }

  private static void mark(
      Chart chart, TradeOff.Network network, double x, Axis up, TradeOff.Cost cost) {
    network
        .score()
        .interval()
        .ifPresent(ends -> chart.line("mb-interval", x, up.at(ends.low()), x, up.at(ends.high())));
    String style = network.frontOf().contains(cost) ? "mb-mean" : "mb-open";
    chart.circle(style, x, up.at(network.score().value()), RADIUS);
  }

  private static void labels(
      Chart chart, List<TradeOff.Network> networks, Axis across, Axis up, TradeOff.Cost cost) {
    new Labels(LEFT, Chart.RIGHT, Chart.TOP, BOTTOM - LABEL_RISE)
        .of(
            networks.stream()
                .map(
                    each ->
                        new Labels.Circle(
                            each.method(),
                            across.at(price(each, cost)),
                            up.at(each.score().value())))
                .toList())
        .forEach(name -> chart.text("mb-muted", name.anchor(), name.x(), name.y(), name.text()));
  }
}
