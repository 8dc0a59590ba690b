package magicbench.results.verdict;

import java.util.List;
import java.util.Optional;
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
    List<Stratum> strata =
        IntStream.range(0, labels.names().size())
            .boxed()
            .flatMap(category -> stratum(column, labels, category, inquiry, observations))
            .toList();
    return new Breakdown(column, strata);
  }

  /** Empty when cause or outcome doesn't vary within the stratum in any seed. */
  private static Stream<Stratum> stratum(
      String column, Labels labels, int category, Inquiry inquiry, Observations observations) {
    MetricKind kind = inquiry.kind();
    String name = labels.names().get(category);
    String place = ", " + column + " " + name;
    Effect effect = new Effect(inquiry, observations.where(row -> labels.code(row) == category));
    Optional<Estimate> decisive =
        effect.overDefinedSeeds(inquiry.name(kind.statistic()) + place, kind.decisive());
    return effect
        .overDefinedSeeds(inquiry.name(kind.alternativeStatistic()) + place, kind.alternative())
        .flatMap(other -> decisive.map(first -> new Stratum(name, first, other)))
        .stream();
  }
}
