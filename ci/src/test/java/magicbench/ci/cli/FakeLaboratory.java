package magicbench.ci.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.record.TrialRunner;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Runs trials without an engine: in its world cosines move by a known slope a difference.
 *
 * @param slope what one difference adds to the cosine
 * @param sameChildCosine what a child model compared with itself gives; 1 in a sound laboratory
 * @param outcome how every trial ends
 * @param code the code that the records name
 */
record FakeLaboratory(double slope, double sameChildCosine, Outcome outcome, Provenance.Code code)
    implements TrialRunner {

  static final Provenance.Code CLEAN = new Provenance.Code("0", "abc123", false, "f");

  private static final int BASES = 4;
  private static final int MOST_DIFFERENCES = 6;
  private static final List<Double> SHARES = List.of(0.0, 0.1, 0.5, 1.0);

  static FakeLaboratory whereCosinesFall() {
    return new FakeLaboratory(-0.1, 1, Outcome.COMPLETED, CLEAN);
  }

  static FakeLaboratory whereCosinesRise() {
    return new FakeLaboratory(0.1, 1, Outcome.COMPLETED, CLEAN);
  }

  FakeLaboratory ending(Outcome other) {
    return new FakeLaboratory(slope, sameChildCosine, other, code);
  }

  FakeLaboratory builtFrom(Provenance.Code other) {
    return new FakeLaboratory(slope, sameChildCosine, outcome, other);
  }

  FakeLaboratory whereAChildDiffersFromItself() {
    return new FakeLaboratory(slope, 0.5, outcome, code);
  }

  /** The record of a trial that diverged. */
  static RunRecord diverged(Trial trial) {
    return whereCosinesFall().ending(Outcome.DIVERGED).record("tiny", trial);
  }

  /** The record of a trial that broke. */
  static RunRecord failed(Trial trial) {
    return whereCosinesFall().ending(Outcome.FAILED).record("tiny", trial);
  }

  /** The record of a trial that went well. */
  static RunRecord completed(Trial trial) {
    return whereCosinesFall().record("tiny", trial);
  }

  /** The same record with other measurements. */
  static RunRecord measuring(
      RunRecord record, SortedMap<String, Double> metrics, SortedMap<String, Table> tables) {
    return new RunRecord(
        record.schemaVersion(),
        record.trial(),
        record.scale(),
        record.outcome(),
        record.note(),
        metrics,
        record.curves(),
        tables,
        record.provenance());
  }

  @Override
  public List<RunRecord> run(Plan plan, Request request, Progress progress) {
    progress.begins(plan.trials().size(), 1);
    List<RunRecord> records = new ArrayList<>();
    for (Trial trial : plan.trials()) {
      RunRecord record = record(plan.scale(), trial);
      progress.moved(trial, 0.5, "half way");
      progress.ended(record, records.isEmpty());
      records.add(record);
    }
    return records;
  }

  private RunRecord record(String scale, Trial trial) {
    SortedMap<String, Table> tables = new TreeMap<>();
    if (trial.seed() > 0) {
      tables.put("pairs", pairs(new Seeds(trial.seed()).random("pairs")));
      tables.put("controls", controls());
    }
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("validationLoss", 3.0);
    metrics.put("unigramEntropy", 6.0);
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        trial,
        scale,
        outcome,
        outcome == Outcome.COMPLETED ? "" : "as the test wanted",
        metrics,
        new TreeMap<>(),
        tables,
        provenance(scale));
  }

  private Table pairs(UniformRandomProvider random) {
    SortedMap<String, List<Double>> numbers = new TreeMap<>();
    List<String> columns =
        List.of("trainedShare", "base", "differences", "layer", "gradientCosine");
    columns.forEach(column -> numbers.put(column, new ArrayList<>()));
    List<String> operators = new ArrayList<>();
    for (int row = 0; row < SHARES.size() * BASES * MOST_DIFFERENCES; row++) {
      int differences = row % MOST_DIFFERENCES + 1;
      numbers.get("trainedShare").add(SHARES.get(row / (BASES * MOST_DIFFERENCES)));
      numbers.get("base").add((double) (row / MOST_DIFFERENCES % BASES));
      numbers.get("differences").add((double) differences);
      numbers.get("layer").add((double) (row % 2));
      numbers.get("gradientCosine").add(0.5 + slope * differences + 0.05 * random.nextDouble());
      operators.add(row % 2 == 0 ? "mha" : "ffn");
    }
    SortedMap<String, List<String>> texts = new TreeMap<>();
    texts.put("operator", operators);
    return new Table(operators.size(), numbers, texts);
  }

  private Table controls() {
    SortedMap<String, List<Double>> numbers = new TreeMap<>();
    numbers.put("trainedShare", SHARES);
    numbers.put("gradientCosine", Collections.nCopies(SHARES.size(), sameChildCosine));
    SortedMap<String, List<String>> texts = new TreeMap<>();
    texts.put("control", Collections.nCopies(SHARES.size(), "same-child-twice"));
    return new Table(SHARES.size(), numbers, texts);
  }

  /** At scale wide a trial takes half the time that it takes elsewhere. */
  private Provenance provenance(String scale) {
    double seconds = scale.equals("wide") ? 1 : 2;
    return new Provenance(
        "2026-11-24T00:00:00Z",
        code,
        List.of(),
        new Provenance.Platform("17", "Linux", "amd64", null, 2, null),
        new Provenance.EngineInfo("PyTorch", "0", "0", "cpu", null, 1),
        new Provenance.MeasuredCost(seconds, seconds, null, null));
  }
}
