package magicbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import magicbench.results.record.Provenance.MeasuredCost;
import magicbench.results.record.RunRecord;

/** What the trials of one method and kind were given, and what they took. */
final class Audit {

  private static final int MOST_SEEDS = 6;
  private static final List<String> PASSES =
      List.of("trainingSteps", "forwardPasses", "backwardPasses");

  private Audit() {}

  /** Headers of the columns, behind those that say which trials they are. */
  static List<String> headers() {
    List<String> headers = new ArrayList<>(List.of("Trials", "Seeds", "CPU time, summed"));
    PASSES.forEach(name -> headers.add(Words.heading(Words.phrase(name)) + ", each"));
    return headers;
  }

  /** The cells under them. */
  static List<Node> cells(List<RunRecord> records) {
    List<Node> cells =
        new ArrayList<>(
            List.of(
                Numbers.tag(records.size(), 0),
                Phrases.text(seeds(records)),
                Phrases.text(cpuTime(records))));
    PASSES.forEach(name -> cells.add(range(records, name)));
    return cells;
  }

  private static String seeds(List<RunRecord> records) {
    SortedSet<Long> seeds = new TreeSet<>();
    records.forEach(record -> seeds.add(record.trial().seed()));
    return seeds.size() <= MOST_SEEDS
        ? seeds.stream().map(Object::toString).collect(Collectors.joining(", "))
        : seeds.size() + " from " + seeds.first() + " to " + seeds.last();
  }

  private static String cpuTime(List<RunRecord> records) {
    List<Double> known =
        records.stream()
            .map(record -> record.provenance().cost())
            .filter(Objects::nonNull)
            .map(MeasuredCost::cpuSeconds)
            .filter(Objects::nonNull)
            .toList();
    return known.size() < records.size()
        ? Words.UNKNOWN
        : Quantities.seconds(known.stream().mapToDouble(Double::doubleValue).sum());
  }

  private static Tag range(List<RunRecord> records, String metric) {
    List<Double> values =
        records.stream()
            .map(record -> record.metrics().get(metric))
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    if (values.isEmpty()) {
      return Phrases.text("\u2013");
    }
    Tag range = Tag.of("span").add(Numbers.tag(values.get(0), 0));
    return values.size() == 1
        ? range
        : range.text(" to ").add(Numbers.tag(values.get(values.size() - 1), 0));
  }
}
