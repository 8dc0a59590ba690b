package magicbench.harness.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import magicbench.harness.probe.ControlRow;
import magicbench.harness.probe.InterventionRow;
import magicbench.harness.probe.ProbeRow;
import magicbench.results.record.Table;

/**
 * Turns probe rows into a record's tables. Rows with an undefined cosine are counted, not kept.
 *
 * <p>Cosines are kept to a millionth: single-precision sums carry no more, and what is equal by
 * construction (the input of a layer that nothing differs before) must be tied, not ranked by
 * rounding errors.
 */
final class ProbeTables {

  private static final double STEPS_PER_UNIT = 1e6;
  private static final List<String> SIMILARITIES =
      List.of("gradientCosine", "inputSimilarity", "outputSimilarity");

  private final TableBuilder pairs =
      new TableBuilder(
          columns("trainedShare", "base", "differences", "layer"), List.of("operator"));
  private final TableBuilder interventions =
      new TableBuilder(columns("trainedShare", "base", "layer"), List.of("operator", "side"));
  private final TableBuilder controls =
      new TableBuilder(
          List.of("trainedShare", "base", "layer", "gradientCosine"),
          List.of("operator", "control"));
  private int undefinedRows;

  private ProbeTables() {}

  static ProbeTables of(List<ProbeProgress.Probed> probes) {
    ProbeTables tables = new ProbeTables();
    for (ProbeProgress.Probed probe : probes) {
      probe.rows().forEach(row -> tables.add(probe.trainedShare(), row));
      probe.interventions().forEach(row -> tables.add(probe.trainedShare(), row));
      probe.controls().forEach(row -> tables.add(probe.trainedShare(), row));
    }
    return tables;
  }

  private static List<String> columns(String... first) {
    return Stream.concat(Arrays.stream(first), SIMILARITIES.stream()).toList();
  }

  private void add(double share, ProbeRow row) {
    if (isDefined(row.gradientCosine(), row.inputSimilarity(), row.outputSimilarity())) {
      pairs
          .number("trainedShare", share)
          .number("base", row.base())
          .number("differences", row.differences())
          .number("layer", row.layer())
          .number("gradientCosine", rounded(row.gradientCosine()))
          .number("inputSimilarity", rounded(row.inputSimilarity()))
          .number("outputSimilarity", rounded(row.outputSimilarity()))
          .text("operator", row.operator())
          .endRow();
    }
  }

  private void add(double share, InterventionRow row) {
    if (isDefined(row.gradientCosine(), row.inputSimilarity(), row.outputSimilarity())) {
      interventions
          .number("trainedShare", share)
          .number("base", row.base())
          .number("layer", row.layer())
          .number("gradientCosine", rounded(row.gradientCosine()))
          .number("inputSimilarity", rounded(row.inputSimilarity()))
          .number("outputSimilarity", rounded(row.outputSimilarity()))
          .text("operator", row.operator())
          .text("side", row.side() == InterventionRow.Side.BEFORE ? "before" : "after")
          .endRow();
    }
  }

  private void add(double share, ControlRow row) {
    if (isDefined(row.gradientCosine())) {
      boolean same = row.control() == ControlRow.Control.SAME_CHILD;
      controls
          .number("trainedShare", share)
          .number("base", row.base())
          .number("layer", row.layer())
          .number("gradientCosine", rounded(row.gradientCosine()))
          .text("operator", row.operator())
          .text("control", same ? "same-child-twice" : "independent-batches")
          .endRow();
    }
  }

  private static double rounded(double cosine) {
    return Math.rint(cosine * STEPS_PER_UNIT) / STEPS_PER_UNIT;
  }

  private boolean isDefined(double... cosines) {
    boolean defined = DoubleStream.of(cosines).allMatch(Double::isFinite);
    undefinedRows += defined ? 0 : 1;
    return defined;
  }

  int undefinedRows() {
    return undefinedRows;
  }

  SortedMap<String, Table> tables() {
    SortedMap<String, Table> tables = new TreeMap<>();
    tables.put("pairs", pairs.build());
    tables.put("interventions", interventions.build());
    tables.put("controls", controls.build());
    return tables;
  }
}
