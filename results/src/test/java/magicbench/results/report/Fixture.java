package magicbench.results.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Decision;
import magicbench.results.claim.Derivation;
import magicbench.results.claim.Direction;
import magicbench.results.claim.EvidenceGrade;
import magicbench.results.claim.Metric;
import magicbench.results.claim.PaperValue;
import magicbench.results.claim.Source;
import magicbench.results.claim.Tolerance;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import magicbench.results.stats.Interval;
import magicbench.results.stats.TestResult;
import magicbench.results.verdict.Breakdown;
import magicbench.results.verdict.ControlResult;
import magicbench.results.verdict.DoseResponse;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.SeedsNeeded;
import magicbench.results.verdict.Sensitivity;
import magicbench.results.verdict.Stage;
import magicbench.results.verdict.Stratum;
import magicbench.results.verdict.Verdict;
import magicbench.results.verdict.Verdicts;

/** Hand-made verdicts and records; their numbers are invented and agree with each other roughly. */
final class Fixture {

  private static final List<Double> SHARES = List.of(0.0, 0.1, 0.5, 1.0);
  private static final List<String> OPERATORS = List.of("mha", "ffn", "sepconv3", "sepconv5");

  private static final Fixture SMALL = new Fixture(2, 2, 3, 6);
  private static final Fixture REALISTIC = new Fixture(8, 8, 7, 250);

  private final int seeds;
  private final int layers;
  private final int levels;
  private final int rowsPerStage;
  private final List<RunRecord> probes;

  private Fixture(int seeds, int layers, int levels, int rowsPerStage) {
    this.seeds = seeds;
    this.layers = layers;
    this.levels = levels;
    this.rowsPerStage = rowsPerStage;
    probes = LongStream.rangeClosed(1, seeds).mapToObj(this::probe).toList();
  }

  static Fixture small() {
    return SMALL;
  }

  static Fixture realistic() {
    return REALISTIC;
  }

  List<Verdicts> verdicts() {
    Judgement settled = settled("Interference grows with operator difference");
    Judgement open = open();
    return List.of(
        new Verdicts(Verdicts.SCHEMA_VERSION, "laptop", "5e".repeat(32), List.of(settled, open)),
        new Verdicts(Verdicts.SCHEMA_VERSION, "smoke", "7a".repeat(32), List.of(notRun())));
  }

  Map<String, RunRecord> records() {
    Map<String, RunRecord> records = new HashMap<>();
    records.put(preparation().trial().id(), preparation());
    probes.forEach(record -> records.put(record.trial().id(), record));
    return records;
  }

  List<RunRecord> probes() {
    return probes;
  }

  Judgement settled(String title) {
    Claim claim =
        claim("interference.grows-with-differences", title, "differences", Direction.DECREASING);
    return new Judgement(
        claim,
        "laptop",
        "Eight layers of width 64 on two million words: minutes on a laptop, far from the paper\u2019s networks.",
        "cpu",
        new Verdict.Reproduced(
            "The 95 % interval \u22120.523 to \u22120.401 lies beyond the tolerance \u22120.1, and the exact sign test gives p = 0.0078."),
        Optional.of(evidence(-0.4621, "differences")),
        controls(),
        List.of(
            new Sensitivity(0.5, 0.05, "REPRODUCED"),
            new Sensitivity(1, 0.1, "REPRODUCED"),
            new Sensitivity(2, 0.2, "UNDECIDED")),
        "9c".repeat(32),
        hashes());
  }

  private Judgement open() {
    Claim claim =
        claim(
            "similarity.inputs",
            "Similar inputs, less interference",
            "inputSimilarity",
            Direction.INCREASING);
    return new Judgement(
        claim,
        "laptop",
        "Eight layers of width 64 on two million words: minutes on a laptop, far from the paper\u2019s networks.",
        "cpu",
        new Verdict.Undecided(
            "The 95 % interval \u22120.021 to 0.183 holds both zero and the tolerance 0.1.",
            Optional.of(
                new SeedsNeeded(
                    3, true, "Each further seed at best halves the p-value of the exact test.")),
            Optional.of(0.0834)),
        Optional.of(evidence(0.0812, "inputSimilarity")),
        List.of(),
        List.of(),
        "9c".repeat(32),
        hashes());
  }

  private SortedMap<String, String> hashes() {
    SortedMap<String, String> hashes = new TreeMap<>();
    probes().forEach(record -> hashes.put(record.trial().id(), "1f".repeat(32)));
    return hashes;
  }

  private static Judgement notRun() {
    Claim claim =
        claim(
            "interference.grows-with-differences",
            "Interference grows with operator difference",
            "differences",
            Direction.DECREASING);
    return new Judgement(
        claim,
        "smoke",
        "A toy of seconds that only shows that every part works.",
        "none",
        new Verdict.NotRun("No record was found."),
        Optional.empty(),
        List.of(),
        List.of(),
        "9c".repeat(32),
        new TreeMap<>());
  }

  static Claim claim(String id, String title, String cause, Direction direction) {
    return new Claim(
        id,
        1,
        "interference",
        title,
        title
            + ": the cosine of the gradients that two child models give to a shared operator on the"
            + " same batch moves with "
            + cause
            + ".",
        new Source(
            "xu22h (ICML 2022, PMLR 162)",
            "Section 3, abstract",
            EvidenceGrade.VERBATIM,
            "The abstract states it without numbers."),
        direction == Direction.DECREASING
            ? new PaperValue(Optional.empty(), "Spearman's rho", EvidenceGrade.UNKNOWN, "")
            : new PaperValue(Optional.of(0.36), "rho", EvidenceGrade.SECONDARY, "From a review."),
        "interference-probe",
        "spos",
        new Metric(
            direction == Direction.DECREASING ? "rank-correlation" : "partial-rank-correlation",
            "pairs",
            cause,
            "gradientCosine",
            direction == Direction.DECREASING ? List.of() : List.of("differences"),
            1.0),
        direction,
        new Tolerance(
            0.1,
            "Spearman's rho",
            new Derivation(
                "smallest-of-cohen",
                new TreeMap<>(Map.of("smallEffect", 0.1)),
                "Cohen calls a correlation of 0.1 small; less than small does not count.")),
        new Decision("page", 0.05, 0.95, "section-3"),
        List.of("shuffled-differences"),
        List.of());
  }

  private Evidence evidence(double effect, String cause) {
    SortedMap<Long, Double> perSeed = new TreeMap<>();
    LongStream.rangeClosed(1, seeds)
        .forEach(seed -> perSeed.put(seed, effect + 0.011 * (seed - seeds / 2.0)));
    Estimate whole = estimate("Spearman's rho, pooled within layer and operator", effect, 0.061);
    return new Evidence(
        "Spearman's rho",
        "Kendall's tau-b",
        whole,
        perSeed,
        new TestResult("exact sign-flip test over super-net seeds", 8, 0.0078125, 0.0078125),
        0.015625,
        List.of(new TestResult("Page's trend test, normal approximation", 1120, 3.2e-7, 4.1e-9)),
        List.of(estimate("Kendall's tau-b", effect * 0.72, 0.05)),
        List.of(byLayer(effect), byOperator(effect)),
        curve(cause, 1.0),
        SHARES.stream()
            .map(
                share ->
                    new Stage(
                        share,
                        Optional.of(estimate("effect", effect * (0.55 + 0.45 * share), 0.07)),
                        share == 0.1
                            ? Optional.empty()
                            : Optional.of(estimate("tau", effect * 0.4, 0.05)),
                        curve(cause, share)))
            .toList(),
        Optional.of(estimate("trained minus untrained", effect * 0.45, 0.04)),
        "Untrained, the effect is weaker than after all of training: training moves it in the claimed direction.",
        List.of(
            estimate("validation loss", 5.1234, 0.02),
            new Estimate("unigram entropy of the held-out text", 6.7812, Optional.empty(), 1, 1),
            estimate("noise floor of the cosine", 0.00042, 0.0013)));
  }

  private Breakdown byLayer(double effect) {
    return new Breakdown(
        "layer",
        IntStream.range(0, layers)
            .mapToObj(
                layer ->
                    stratum(Integer.toString(layer), effect * (0.8 + 0.4 * layer / layers), 0.1))
            .toList());
  }

  private Breakdown byOperator(double effect) {
    return new Breakdown(
        "operator",
        OPERATORS.stream()
            .map(name -> stratum(name, effect * (0.7 + 0.05 * name.length()), 0.13))
            .toList());
  }

  private Stratum stratum(String name, double effect, double margin) {
    return new Stratum(
        name,
        estimate("rho, " + name, effect, margin),
        estimate("tau, " + name, effect * 0.75, margin));
  }

  private DoseResponse curve(String cause, double share) {
    boolean isCounted = cause.equals("differences");
    return new DoseResponse(
        cause,
        "gradientCosine",
        IntStream.rangeClosed(1, levels)
            .mapToObj(
                level -> {
                  double mean = mean(level, share);
                  return new DoseResponse.Level(
                      isCounted ? level : similarity(level),
                      mean,
                      Optional.of(new Interval(mean - 0.03, mean + 0.03, 0.95)),
                      seeds * rowsPerStage / levels);
                })
            .toList());
  }

  private static double mean(int differences, double share) {
    return 0.82 - (0.04 + 0.05 * share) * differences;
  }

  private double similarity(int differences) {
    return 1 - 0.9 * differences / levels;
  }

  private Estimate estimate(String name, double value, double margin) {
    return new Estimate(
        name,
        value,
        Optional.of(new Interval(value - margin, value + margin, 0.95)),
        seeds * rowsPerStage,
        seeds);
  }

  private List<ControlResult> controls() {
    return List.of(
        new ControlResult(
            "shuffled-differences",
            "With shuffled numbers of differences the correlation holds zero.",
            true,
            estimate("rho", 0.0042, 0.03),
            "interval holds 0"),
        new ControlResult(
            "same-child-twice",
            "The same child model twice has cosine 1.",
            false,
            estimate("cosine", 0.9981, 0.0002),
            "at least 0.999999"));
  }

  private RunRecord probe(long seed) {
    return probe(seed, pairs(seed));
  }

  /** A record whose raw rows are given. */
  RunRecord probeWith(Table pairs) {
    return probe(1, pairs);
  }

  private RunRecord probe(long seed, Table pairs) {
    Trial trial =
        Trial.of(
            "interference-probe",
            "spos",
            seed,
            List.of(preparation().trial().id()),
            JsonNodeFactory.instance.objectNode().put("rows", rowsPerStage));
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("validationLoss", 5.1 + seed / 100.0);
    metrics.put("probeSeconds", null);
    return new RunRecord(
        1,
        trial,
        "laptop",
        Outcome.COMPLETED,
        "",
        metrics,
        new TreeMap<>(),
        new TreeMap<>(Map.of("pairs", pairs)),
        provenance(seed));
  }

  private Table pairs(long seed) {
    SortedMap<String, List<Double>> numbers = new TreeMap<>();
    List<String> operators = new ArrayList<>();
    for (String column :
        List.of("trainedShare", "differences", "layer", "gradientCosine", "inputSimilarity")) {
      numbers.put(column, new ArrayList<>());
    }
    var random = new Seeds(seed).random("fixture");
    for (double share : SHARES) {
      for (int row = 0; row < rowsPerStage; row++) {
        int differences = 1 + row % levels;
        double noise = random.nextDouble() + random.nextDouble() - 1;
        numbers.get("trainedShare").add(share);
        numbers.get("differences").add((double) differences);
        numbers.get("layer").add((double) random.nextInt(layers));
        numbers.get("gradientCosine").add(mean(differences, share) + 0.3 * noise);
        numbers
            .get("inputSimilarity")
            .add(Math.min(1, similarity(differences) + 0.1 * random.nextDouble()));
        operators.add(OPERATORS.get(random.nextInt(OPERATORS.size())));
      }
    }
    return new Table(operators.size(), numbers, new TreeMap<>(Map.of("operator", operators)));
  }

  private static RunRecord preparation() {
    Trial trial = Trial.of("tokenise", "none", 0, List.of(), JsonNodeFactory.instance.objectNode());
    return new RunRecord(
        1,
        trial,
        "laptop",
        Outcome.COMPLETED,
        "",
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        provenance(0));
  }

  private static Provenance provenance(long seed) {
    return new Provenance(
        "2026-11-24T05:0" + seed % 10 + ":00Z",
        new Provenance.Code("0.1.0", "3f2a".repeat(10), seed == 1, "c0de".repeat(16)),
        List.of(
            new Provenance.DataFile("europarl-en", "1.0", "ab12".repeat(16), 11_534_336L, "public"),
            new Provenance.DataFile("wordnet", "3.1", "cd34".repeat(16), null, "WordNet 3.0")),
        new Provenance.Platform(
            "17.0.15+6 (Debian)", "Linux 6.1", "amd64", null, 2, 8L * 1024 * 1024 * 1024),
        new Provenance.EngineInfo("PyTorch", "0.36.0", "2.7.1", "cpu", "unnamed processor", 1),
        new Provenance.MeasuredCost(
            61.5 + seed, seed == 2 ? null : 58.25, 612L * 1024 * 1024 + seed, null));
  }
}
