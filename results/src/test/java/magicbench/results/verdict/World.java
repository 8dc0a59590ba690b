package magicbench.results.verdict;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import magicbench.results.claim.Claim;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A made-up laboratory whose truth is known: cosines of gradients that fall with the number of
 * differences, or rise with the similarity of inputs, as strongly as is asked for.
 *
 * @param seeds how many super-nets
 * @param bases base child models of each
 * @param slope how far the cosine falls from 1 to 7 differences after training
 * @param untrainedSlope the same before training
 * @param gain how far the cosine rises with one deviation of similarity at fixed differences
 * @param noise the cosine's standard deviation that nothing explains
 * @param selfCosine what a child model has with itself
 * @param floor what it has with itself on another batch
 */
record World(
    int seeds,
    int bases,
    double slope,
    double untrainedSlope,
    double gain,
    double noise,
    double selfCosine,
    double floor) {

  static final List<Double> SHARES = List.of(0.0, 0.1, 0.5, 1.0);

  private static final int LAYERS = 8;
  private static final List<String> OPERATORS = List.of("ffn", "mha", "sep3");

  /** Eight seeds, and nothing but noise. */
  static World ofNoise() {
    return new World(8, 4, 0, 0, 0, 0.1, 1, 0.5);
  }

  World withSeeds(int other) {
    return new World(other, bases, slope, untrainedSlope, gain, noise, selfCosine, floor);
  }

  World withBases(int other) {
    return new World(seeds, other, slope, untrainedSlope, gain, noise, selfCosine, floor);
  }

  World withSlope(double other) {
    return new World(seeds, bases, other, untrainedSlope, gain, noise, selfCosine, floor);
  }

  World withUntrainedSlope(double other) {
    return new World(seeds, bases, slope, other, gain, noise, selfCosine, floor);
  }

  World withGain(double other) {
    return new World(seeds, bases, slope, untrainedSlope, other, noise, selfCosine, floor);
  }

  World withSelfCosine(double other) {
    return new World(seeds, bases, slope, untrainedSlope, gain, noise, other, floor);
  }

  World withFloor(double other) {
    return new World(seeds, bases, slope, untrainedSlope, gain, noise, selfCosine, other);
  }

  static Scale scale() {
    return new Scale("bench", "A made-up scale.", 1, 1, new TreeMap<>());
  }

  Plan plan(Claim... claims) {
    List<Trial> trials = LongStream.rangeClosed(1, seeds).mapToObj(World::trial).toList();
    SortedMap<String, List<String>> byClaim = new TreeMap<>();
    for (Claim claim : claims) {
      byClaim.put(claim.id(), trials.stream().map(Trial::id).toList());
    }
    return new Plan(Plan.SCHEMA_VERSION, "bench", "0123456789abcdef", trials, byClaim);
  }

  static Trial trial(long seed) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    return Trial.of("interference-probe", "spos", seed, List.of(), settings);
  }

  List<RunRecord> records() {
    return LongStream.rangeClosed(1, seeds).mapToObj(this::record).toList();
  }

  private RunRecord record(long seed) {
    SortedMap<String, Table> tables = new TreeMap<>();
    tables.put("pairs", pairs(new Seeds(seed).random("pairs")));
    tables.put("controls", controls());
    return record(trial(seed), Outcome.COMPLETED, "", tables);
  }

  static RunRecord record(
      Trial trial, Outcome outcome, String note, SortedMap<String, Table> tables) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("validationLoss", 3.0);
    metrics.put("unigramEntropy", 6.0);
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        trial,
        "bench",
        outcome,
        note,
        metrics,
        new TreeMap<>(),
        tables,
        provenance("cpu"));
  }

  /** A record with one more metric. */
  static RunRecord withMetric(RunRecord record, String name, double value) {
    SortedMap<String, Double> metrics = new TreeMap<>(record.metrics());
    metrics.put(name, value);
    return copy(record, record.trial(), metrics, record.tables());
  }

  static RunRecord withMethod(RunRecord record, String method) {
    Trial old = record.trial();
    Trial trial = Trial.of(old.kind(), method, old.seed(), old.needs(), old.settings());
    return copy(record, trial, record.metrics(), record.tables());
  }

  /** The same of a trial of another kind. */
  static RunRecord ofKind(RunRecord record, String kind) {
    Trial old = record.trial();
    Trial trial = Trial.of(kind, old.method(), old.seed(), old.needs(), old.settings());
    return copy(record, trial, record.metrics(), record.tables());
  }

  static RunRecord with(RunRecord record, Trial trial, SortedMap<String, Table> tables) {
    return copy(record, trial, record.metrics(), tables);
  }

  private static RunRecord copy(
      RunRecord record,
      Trial trial,
      SortedMap<String, Double> metrics,
      SortedMap<String, Table> tables) {
    return new RunRecord(
        record.schemaVersion(),
        trial,
        record.scale(),
        record.outcome(),
        record.note(),
        metrics,
        record.curves(),
        tables,
        record.provenance());
  }

  static Provenance provenance(String device) {
    return new Provenance(
        "2026-11-24T00:00:00Z",
        new Provenance.Code("0", "abc", false, "def"),
        List.of(),
        new Provenance.Platform("17", "Linux", "amd64", null, 2, null),
        new Provenance.EngineInfo("PyTorch", "0", "0", device, null, 1),
        new Provenance.MeasuredCost(1.0, 1.0, null, null));
  }

  private Table pairs(UniformRandomProvider random) {
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    TableBuilder table = new TableBuilder();
    for (double share : SHARES) {
      for (int base = 0; base < bases; base++) {
        for (int differences = 1; differences < LAYERS; differences++) {
          addPair(table, normal, share, base, differences);
        }
      }
    }
    return table.build();
  }

  private void addPair(
      TableBuilder table,
      ZigguratSampler.NormalizedGaussian normal,
      double share,
      int base,
      int differences) {
    double fall = untrainedSlope + share * (slope - untrainedSlope);
    for (int layer = 0; layer < LAYERS - differences; layer++) {
      double alike = normal.sample();
      double cosine = 0.5 - fall * (differences - 1) / 6 + gain * alike + noise * normal.sample();
      table
          .number("trainedShare", share)
          .number("base", base)
          .number("differences", differences)
          .number("layer", layer)
          .number("gradientCosine", cosine)
          .number("inputSimilarity", 0.9 - 0.1 * differences + 0.05 * alike)
          .text("operator", OPERATORS.get((base + layer) % OPERATORS.size()));
    }
  }

  private Table controls() {
    TableBuilder table = new TableBuilder();
    for (double share : SHARES) {
      addControl(table, share, "same-child-twice", selfCosine);
      addControl(table, share, "independent-batches", floor);
    }
    return table.build();
  }

  private static void addControl(TableBuilder table, double share, String control, double cosine) {
    IntStream.range(0, 3)
        .forEach(
            layer ->
                table
                    .number("trainedShare", share)
                    .number("base", 0)
                    .number("layer", layer)
                    .number("gradientCosine", cosine)
                    .text("operator", "ffn")
                    .text("control", control));
  }

  /** The verdict word of one claim in this world. */
  String word(Claim claim) {
    return judge(claim).verdict().word();
  }

  Judgement judge(Claim claim) {
    return judge(claim, records());
  }

  Judgement judge(Claim claim, List<RunRecord> records) {
    return Judge.judge(List.of(claim), plan(claim), scale(), records).judgements().get(0);
  }

  /** Records with the tables of each replaced. */
  static List<RunRecord> withTable(List<RunRecord> records, String name, Table table) {
    List<RunRecord> changed = new ArrayList<>();
    for (RunRecord record : records) {
      SortedMap<String, Table> tables = new TreeMap<>(record.tables());
      tables.put(name, table);
      changed.add(record(record.trial(), record.outcome(), record.note(), tables));
    }
    return changed;
  }
}
