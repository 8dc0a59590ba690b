package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All further numbers, in the order in which they are shown. */
final class Measurements {

  private static final List<Measurement> ALL =
      List.of(
          Measurements::extremes,
          Interventions::of,
          Measurements::noiseFloor,
          Measurements::undefinedRows,
          Losses::of);

  private Measurements() {}

  static List<Estimate> of(Inquiry inquiry) {
    return ALL.stream().flatMap(measurement -> measurement.of(inquiry).stream()).toList();
  }

  /** Mean cosine of the gradients where the child models differ least and most. */
  private static List<Estimate> extremes(Inquiry inquiry) {
    if (!inquiry.have(Probe.PAIRS)) {
      return List.of();
    }
    Rows rows = inquiry.rows(Probe.PAIRS);
    if (!rows.have(Probe.DIFFERENCES, Probe.COSINE, Rows.TRAINED_SHARE)) {
      return List.of();
    }
    Rows trained = rows.at(inquiry.claim().metric().trainedShare());
    Labels differences = trained.by(Probe.DIFFERENCES);
    List<Estimate> ends = new ArrayList<>();
    ends.add(meanCosine(inquiry, trained, differences, 0));
    if (differences.names().size() > 1) {
      ends.add(meanCosine(inquiry, trained, differences, differences.names().size() - 1));
    }
    return ends;
  }

  private static Estimate meanCosine(Inquiry inquiry, Rows rows, Labels differences, int level) {
    String name = "mean gradient cosine, differences " + differences.names().get(level);
    Rows chosen = rows.where(row -> differences.code(row) == level);
    return mean(inquiry, name, chosen);
  }

  /** Mean cosine of one child model's gradients on two independent batches. */
  private static List<Estimate> noiseFloor(Inquiry inquiry) {
    if (!inquiry.have(Probe.CONTROLS)) {
      return List.of();
    }
    Rows rows = inquiry.rows(Probe.CONTROLS);
    if (!rows.have(Probe.CONTROL, Probe.COSINE, Rows.TRAINED_SHARE)
        || !rows.by(Probe.CONTROL).names().contains(IndependentBatches.NAME)) {
      return List.of();
    }
    Rows chosen =
        rows.with(Probe.CONTROL, IndependentBatches.NAME)
            .at(inquiry.claim().metric().trainedShare());
    return List.of(mean(inquiry, "noise floor: one child model, independent batches", chosen));
  }

  /** How many rows the probes of all stages had to leave out; nothing where they left out none. */
  private static List<Estimate> undefinedRows(Inquiry inquiry) {
    double[] perSeed =
        inquiry.records().stream()
            .map(record -> record.metrics().get(Probe.UNDEFINED_ROWS))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    double sum = Arrays.stream(perSeed).sum();
    return sum > 0
        ? List.of(
            new Estimate(
                "rows left out of the tables of all stages, since a cosine was undefined",
                sum,
                Optional.empty(),
                inquiry.rows(inquiry.claim().metric().table()).size(),
                perSeed.length))
        : List.of();
  }

  private static Estimate mean(Inquiry inquiry, String name, Rows rows) {
    double[] perSeed = rows.meanPerSeed(Probe.COSINE);
    return Estimates.ofCosines(
        name,
        Arrays.stream(perSeed).filter(Double::isFinite).toArray(),
        rows.size(),
        inquiry.confidence());
  }
}
