package magicbench.results.verdict;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The effect layer by layer and operator by operator, where the table has such columns. */
final class Breakdowns {

  private static final List<String> COLUMNS = List.of("layer", "operator");

  private Breakdowns() {}

  static List<Breakdown> of(Inquiry inquiry, Observations observations) {
    return COLUMNS.stream()
        .filter(column -> observations.rows().have(column))
        .map(column -> by(column, inquiry, observations))
        .filter(breakdown -> !breakdown.strata().isEmpty())
        .toList();
  }

  private static Breakdown by(String column, Inquiry inquiry, Observations observations) {
    Labels labels = observations.rows().by(column);
    List<Estimate> strata =
        IntStream.range(0, labels.names().size())
            .boxed()
            .flatMap(category -> stratum(labels, category, inquiry, observations))
            .toList();
    return new Breakdown(column, strata);
  }

  /** Empty when cause or outcome doesn't vary within the stratum in any seed. */
  private static Stream<Estimate> stratum(
      Labels labels, int category, Inquiry inquiry, Observations observations) {
    double[] perSeed = observations.perSeedWithin(labels, category, inquiry.kind().decisive());
    return perSeed.length == 0
        ? Stream.empty()
        : Stream.of(
            Estimates.ofCorrelations(
                labels.names().get(category),
                perSeed,
                labels.count(category),
                inquiry.confidence()));
  }
}
