package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import magicbench.results.record.RunRecord;

/** What the runs of a method cost and reached, beside what a claim is about. */
final class RunFigures {

  static final String COSINE = "mean gradient cosine";

  private RunFigures() {}

  /** Names for readers, by the record's metric. */
  private static List<Map.Entry<String, String>> shown(Subject subject) {
    String unit = " (" + subject.lossUnit() + ")";
    return List.of(
        Map.entry("meanScore", "mean score" + unit),
        Map.entry("unigramEntropy", subject.entropy() + unit),
        Map.entry("forwardPasses", "forward passes"),
        Map.entry("backwardPasses", "backward passes"),
        Map.entry("trainingSeconds", "training (seconds)"));
  }

  /** Figures of each method, those that every record knows. */
  static List<Estimate> of(Inquiry inquiry, Sides sides) {
    List<Estimate> all = new ArrayList<>();
    all.addAll(named(inquiry, inquiry.claim().method(), sides.method()));
    if (!sides.against().isEmpty()) {
      all.addAll(named(inquiry, inquiry.claim().metric().against(), sides.against()));
    }
    return all;
  }

  private static List<Estimate> named(Inquiry inquiry, String method, List<RunRecord> records) {
    return of(Estimators.reader(inquiry.claim()), inquiry.confidence(), records).stream()
        .map(
            found ->
                new Estimate(
                    method + ": " + found.name(),
                    found.value(),
                    found.interval(),
                    found.observations(),
                    found.seeds()))
        .toList();
  }

  /** Figures of one method, whose records are all of one kind; at least one. */
  static List<Estimate> of(String reader, double confidence, List<RunRecord> records) {
    List<Estimate> all = new ArrayList<>(meanCosine(reader, confidence, records));
    shown(Subject.of(records.get(0).trial().kind()))
        .forEach(
            shown -> all.addAll(figure(records, shown.getKey(), shown.getValue(), confidence)));
    return all;
  }

  private static List<Estimate> meanCosine(
      String reader, double confidence, List<RunRecord> records) {
    boolean probed =
        records.stream()
            .map(record -> record.tables().get(Probe.PAIRS))
            .allMatch(table -> table != null && table.rows() > 0);
    if (!probed) {
      return List.of();
    }
    Rows rows = Rows.of(reader, Probe.PAIRS, records);
    return List.of(
        Estimates.ofCosines(COSINE, rows.meanPerSeed(Probe.COSINE), rows.size(), confidence));
  }

  private static List<Estimate> figure(
      List<RunRecord> records, String metric, String name, double confidence) {
    double[] known =
        records.stream()
            .map(record -> record.metrics().get(metric))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    return known.length < records.size()
        ? List.of()
        : List.of(Estimates.ofNumbers(name, known, known.length, confidence));
  }
}
