package magicbench.results.verdict;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Direction;
import magicbench.results.claim.Metric;
import magicbench.results.claim.Tolerance;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Curve;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A made-up comparison of two methods' networks on labelled tasks, whose truth is known.
 *
 * @param seeds of each method
 * @param gain how many points the claim's method scores more, on every task
 * @param noise the standard deviation of a score
 * @param level what the other method scores above chance
 */
record Examination(int seeds, double gain, double noise, double level) {

  static final String METHOD = "found";
  static final String OTHER = "twin";

  private static final List<String> TASKS = List.of("grammar", "likeness", "meaning");

  /** Eight seeds whose methods are alike. */
  static Examination even() {
    return new Examination(8, 0, 1, 20);
  }

  Examination withGain(double other) {
    return new Examination(seeds, other, noise, level);
  }

  Examination withLevel(double other) {
    return new Examination(seeds, gain, noise, other);
  }

  /** The claim that the method's networks score higher. */
  static Claim scoresHigher() {
    Metric metric =
        new Metric("task-gain", "metrics", "task", "taskScore", List.of(), 1, OTHER, "");
    Claim claim = Claims.claim("test.scores", metric, Direction.INCREASING);
    return new Claim(
        claim.id(),
        claim.version(),
        claim.suite(),
        claim.title(),
        claim.statement(),
        claim.source(),
        claim.paperValue(),
        "exam",
        METHOD,
        claim.metric(),
        claim.direction(),
        new Tolerance(0, "points", claim.tolerance().derivation()),
        Claims.withTrend(claim, "none").decision(),
        List.of("distinct-runs", "above-chance", "held-out", "equal-size"),
        claim.changes());
  }

  static Judgement judge(List<RunRecord> records) {
    Claim claim = scoresHigher();
    return Judge.judge(
            List.of(claim), Tournament.plan(claim, "exam", records), World.scale(), records)
        .judgements()
        .get(0);
  }

  List<RunRecord> records() {
    return Stream.of(METHOD, OTHER).flatMap(method -> of(method).stream()).toList();
  }

  List<RunRecord> of(String method) {
    List<RunRecord> all = new ArrayList<>();
    for (long seed = 1; seed <= seeds; seed++) {
      for (String task : TASKS) {
        all.add(record(method, seed, task));
      }
    }
    return all;
  }

  private RunRecord record(String method, long seed, String task) {
    UniformRandomProvider random = new Seeds(seed).random(method + "/" + task);
    double luck = noise * ZigguratSampler.NormalizedGaussian.of(random).sample();
    double own = 50 + level + (method.equals(METHOD) ? gain : 0) + luck;
    ObjectNode settings = JsonNodeFactory.instance.objectNode().put("task", task);
    Trial trial = Trial.of("exam", method, seed, List.of(), settings);
    TableBuilder layout = new TableBuilder();
    layout.number("hidden", 48).text("architecture", method + seed);
    RunRecord record =
        World.record(trial, Outcome.COMPLETED, "", new TreeMap<>(Map.of("layout", layout.build())));
    Map<String, Double> figures =
        Map.of(
            "taskScore", own,
            "chanceScore", 50.0,
            "scoredShareInTraining", 0.0,
            "parameters", 1000.0,
            "forwardFlops", 5000.0);
    for (Map.Entry<String, Double> figure : new TreeMap<>(figures).entrySet()) {
      record = World.withMetric(record, figure.getKey(), figure.getValue());
    }
    return withLosses(record, random.nextDouble());
  }

  /** The same with one point of training loss. */
  static RunRecord withLosses(RunRecord record, double loss) {
    return new RunRecord(
        record.schemaVersion(),
        record.trial(),
        record.scale(),
        record.outcome(),
        record.note(),
        record.metrics(),
        new TreeMap<>(Map.of("trainingLoss", new Curve(List.of(1L), List.of(loss)))),
        record.tables(),
        record.provenance());
  }
}
