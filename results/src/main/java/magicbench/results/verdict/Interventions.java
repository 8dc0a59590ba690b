package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.results.stats.Summary;

/**
 * What one swapped operator does to a shared one: swapped before it (its input changes) against
 * after it (its upstream gradient changes), paired by base child model, layer and operator.
 */
final class Interventions {

  private static final String BEFORE = "before";
  private static final String AFTER = "after";
  private static final double MOST_COSINE = 1;

  private static final List<String> OUTCOMES =
      List.of(Probe.COSINE, Probe.INPUT_SIMILARITY, Probe.OUTPUT_SIMILARITY);

  private final Inquiry inquiry;
  private final Rows rows;
  private final Labels place;
  private final List<String> sides;

  private Interventions(Inquiry inquiry, Rows rows) {
    this.inquiry = inquiry;
    this.rows = rows;
    this.place = rows.by(List.of(Probe.BASE, Probe.LAYER, Probe.OPERATOR));
    this.sides = rows.texts(Probe.SIDE);
  }

  static List<Estimate> of(Inquiry inquiry) {
    if (!inquiry.have(Probe.INTERVENTIONS)) {
      return List.of();
    }
    Rows rows = inquiry.rows(Probe.INTERVENTIONS);
    if (!rows.have(Rows.TRAINED_SHARE, Probe.BASE, Probe.LAYER, Probe.OPERATOR, Probe.SIDE)) {
      return List.of();
    }
    Rows trained = rows.at(inquiry.claim().metric().trainedShare());
    Interventions interventions = new Interventions(inquiry, trained);
    return OUTCOMES.stream()
        .filter(outcome -> trained.have(outcome))
        .flatMap(interventions::estimates)
        .toList();
  }

  private Stream<Estimate> estimates(String outcome) {
    double[] values = rows.numbers(outcome);
    return Stream.of(
            side(outcome + ", operator swapped before the shared one", values, BEFORE),
            side(outcome + ", operator swapped after the shared one", values, AFTER),
            difference(outcome + ", swapped before minus after, paired", values))
        .flatMap(List::stream);
  }

  private List<Estimate> side(String name, double[] values, String side) {
    double[] perSeed =
        perSeed(seed -> mean(values, rowsOf(seed).filter(row -> sides.get(row).equals(side))));
    int count = (int) sides.stream().filter(side::equals).count();
    return estimate(name, perSeed, count, MOST_COSINE);
  }

  private List<Estimate> difference(String name, double[] values) {
    double[] perSeed =
        perSeed(
            seed -> {
              double[] differences = pairedDifferences(values, seed);
              return differences.length == 0
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(Summary.mean(differences));
            });
    return estimate(name, perSeed, rows.size(), 2 * MOST_COSINE);
  }

  /** One difference for each place of a seed that was swapped on both sides. */
  private double[] pairedDifferences(double[] values, int seed) {
    return rowsOf(seed)
        .map(place::code)
        .distinct()
        .mapToObj(code -> pairedDifference(values, seed, code))
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
  }

  private OptionalDouble pairedDifference(double[] values, int seed, int code) {
    int[] here = rowsOf(seed).filter(row -> place.code(row) == code).toArray();
    OptionalDouble before = mean(values, onSide(here, BEFORE));
    OptionalDouble after = mean(values, onSide(here, AFTER));
    return before.isPresent() && after.isPresent()
        ? OptionalDouble.of(before.getAsDouble() - after.getAsDouble())
        : OptionalDouble.empty();
  }

  private IntStream onSide(int[] chosen, String side) {
    return Arrays.stream(chosen).filter(row -> sides.get(row).equals(side));
  }

  private IntStream rowsOf(int seed) {
    int[] seedOf = rows.seedOf();
    return IntStream.range(0, seedOf.length).filter(row -> seedOf[row] == seed);
  }

  private static OptionalDouble mean(double[] values, IntStream chosen) {
    return chosen.mapToDouble(row -> values[row]).average();
  }

  private double[] perSeed(IntFunction<OptionalDouble> ofSeed) {
    return IntStream.range(0, rows.seeds())
        .mapToObj(ofSeed)
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
  }

  private List<Estimate> estimate(String name, double[] perSeed, int observations, double most) {
    return perSeed.length == 0
        ? List.of()
        : List.of(Estimates.ofBounded(name, perSeed, observations, inquiry.confidence(), most));
  }
}
