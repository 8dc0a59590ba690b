package magicbench.results.verdict;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Direction;
import magicbench.results.claim.Metric;
import magicbench.results.claim.Tolerance;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A made-up comparison of two methods whose truth is known: child models with losses of their own,
 * and super-nets that see them through more or less noise.
 *
 * @param seeds super-nets of each method
 * @param children child models
 * @param noise the standard deviation of the claim's method's scores
 * @param otherNoise the same of the method that it is held against
 * @param truthNoise the standard deviation between truth seeds
 * @param cosine the mean gradient cosine under the claim's method
 * @param otherCosine the same under the other
 */
public record Tournament(
    int seeds,
    int children,
    double noise,
    double otherNoise,
    double truthNoise,
    double cosine,
    double otherCosine) {

  static final String METHOD = "fancy";
  static final String OTHER = "plain";
  static final String TRUTH = "alone";

  private static final List<Double> SHARES = List.of(0.8, 0.9, 1.0);

  /** Both methods see the same through the same noise. */
  public static Tournament even() {
    return new Tournament(8, 20, 0.5, 0.5, 0.05, 0.5, 0.5);
  }

  Tournament withNoise(double other) {
    return new Tournament(seeds, children, other, otherNoise, truthNoise, cosine, otherCosine);
  }

  Tournament withOtherNoise(double other) {
    return new Tournament(seeds, children, noise, other, truthNoise, cosine, otherCosine);
  }

  Tournament withCosine(double other) {
    return new Tournament(seeds, children, noise, otherNoise, truthNoise, other, otherCosine);
  }

  Tournament withSeeds(int other) {
    return new Tournament(other, children, noise, otherNoise, truthNoise, cosine, otherCosine);
  }

  /** The claim that the method ranks better. */
  public static Claim ranksBetter() {
    return claim(
        "test.ranks",
        new Metric("rank-agreement-gain", "scores", "loss", "loss", List.of(), 1, OTHER, TRUTH),
        "distinct-runs",
        "no-collapse",
        "held-out",
        "ranks-at-all",
        "shuffled-truth");
  }

  static Claim interferesLess() {
    return claim(
        "test.interferes",
        new Metric("mean-gain", "pairs", "differences", "gradientCosine", List.of(), 1, OTHER, ""),
        "distinct-runs",
        "no-collapse");
  }

  private static Claim claim(String id, Metric metric, String... controls) {
    Claim plain = Claims.claim(id, metric, Direction.INCREASING);
    Claim claim = Claims.withTrend(Claims.withControls(plain, controls), "none");
    return new Claim(
        claim.id(),
        claim.version(),
        claim.suite(),
        claim.title(),
        claim.statement(),
        claim.source(),
        claim.paperValue(),
        "net",
        METHOD,
        claim.metric(),
        claim.direction(),
        new Tolerance(0.065, "tau", claim.tolerance().derivation()),
        claim.decision(),
        claim.controls(),
        claim.changes());
  }

  static Plan plan(Claim claim, List<RunRecord> records) {
    return plan(claim, "net", records);
  }

  static Plan plan(Claim claim, String kind, List<RunRecord> records) {
    List<Trial> trials =
        records.stream()
            .map(RunRecord::trial)
            .filter(trial -> trial.kind().equals(kind) || !claim.metric().truth().isEmpty())
            .toList();
    SortedMap<String, List<String>> byClaim = new TreeMap<>();
    byClaim.put(claim.id(), trials.stream().map(Trial::id).toList());
    return new Plan(Plan.SCHEMA_VERSION, "bench", "0123456789abcdef", trials, byClaim);
  }

  /** Judges a claim by records. */
  public static Judgement judge(Claim claim, List<RunRecord> records) {
    return Judge.judge(List.of(claim), plan(claim, records), World.scale(), records)
        .judgements()
        .get(0);
  }

  /** All records: of both methods and of the truth. */
  public List<RunRecord> records() {
    return Stream.of(nets(METHOD), nets(OTHER), truth()).flatMap(List::stream).toList();
  }

  /** All records, of methods of other names. */
  List<RunRecord> under(String method, String other, String truth) {
    Map<String, String> names = Map.of(METHOD, method, OTHER, other, TRUTH, truth);
    return records().stream()
        .map(record -> World.withMethod(record, names.get(record.trial().method())))
        .toList();
  }

  /** Super-nets of any method; every one but the claim's sees and interferes as the other does. */
  public List<RunRecord> nets(String method) {
    return LongStream.rangeClosed(1, seeds).mapToObj(seed -> net(method, seed)).toList();
  }

  private RunRecord net(String method, long seed) {
    UniformRandomProvider random = new Seeds(seed).random(method);
    double spread = method.equals(METHOD) ? noise : otherNoise;
    TableBuilder scores = new TableBuilder();
    for (double share : SHARES) {
      for (int child = 0; child < children; child++) {
        scores
            .number("trainedShare", share)
            .number("loss", 3 + trueLoss(child) + spread * gauss(random))
            .text("architecture", name(child));
      }
    }
    SortedMap<String, Table> tables = new TreeMap<>();
    tables.put("scores", scores.build());
    tables.put("pairs", pairs(method.equals(METHOD) ? cosine : otherCosine, random));
    Trial trial = Trial.of("net", method, seed, List.of(), JsonNodeFactory.instance.objectNode());
    RunRecord record = World.record(trial, Outcome.COMPLETED, "", tables);
    return World.withMetric(
        World.withMetric(record, "scoredShareInTraining", 0.01), "meanScore", 4);
  }

  private static Table pairs(double cosine, UniformRandomProvider random) {
    TableBuilder pairs = new TableBuilder();
    for (int base = 0; base < 4; base++) {
      for (int differences = 1; differences <= 7; differences++) {
        pairs
            .number("trainedShare", 1)
            .number("base", base)
            .number("differences", differences)
            .number("gradientCosine", cosine - 0.02 * differences + 0.05 * gauss(random));
      }
    }
    return pairs.build();
  }

  List<RunRecord> truth() {
    List<RunRecord> all = new ArrayList<>();
    for (long seed = 101; seed <= 102; seed++) {
      for (int child = 0; child < children; child++) {
        all.add(alone(seed, child));
      }
    }
    return all;
  }

  private RunRecord alone(long seed, int child) {
    UniformRandomProvider random = new Seeds(seed).random("alone/" + child);
    TableBuilder scores = new TableBuilder();
    for (double share : List.of(0.5, 1.0)) {
      scores
          .number("trainedShare", share)
          .number("loss", 2 + trueLoss(child) + truthNoise * gauss(random))
          .text("architecture", name(child));
    }
    ObjectNode settings = JsonNodeFactory.instance.objectNode().put("architecture", name(child));
    Trial trial = Trial.of("alone", "alone", seed, List.of(), settings);
    return World.record(
        trial, Outcome.COMPLETED, "", new TreeMap<>(Map.of("scores", scores.build())));
  }

  static String name(int child) {
    return "child" + (100 + child);
  }

  /** From 0 to 1, evenly. */
  private double trueLoss(int child) {
    return child / (children - 1.0);
  }

  private static double gauss(UniformRandomProvider random) {
    return ZigguratSampler.NormalizedGaussian.of(random).sample();
  }
}
