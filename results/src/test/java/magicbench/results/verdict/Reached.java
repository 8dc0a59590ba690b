package magicbench.results.verdict;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimFile;
import magicbench.results.claim.Metric;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;

/** Made-up trainings of one method's network, held against a number that a paper prints. */
public final class Reached {

  private Reached() {}

  /** The claim of 76.8 within 600M multiply-adds, whose tolerance is 0.438. */
  static Claim claim() {
    try (InputStream in =
        Reached.class.getResourceAsStream("/magicbench/results/claim/level.yaml")) {
      return ClaimFile.read("level.yaml", in).get(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One record a seed, from seed 1. */
  public static List<RunRecord> records(double... scores) {
    return on("imagenet", scores);
  }

  static List<RunRecord> on(String task, double... scores) {
    List<RunRecord> all = new ArrayList<>();
    for (double score : scores) {
      all.add(record(task, all.size() + 1L, score));
    }
    return all;
  }

  private static RunRecord record(String task, long seed, double score) {
    Trial trial =
        Trial.of(
            "image-training",
            "magic-at",
            seed,
            List.of(),
            JsonNodeFactory.instance.objectNode().put("task", task));
    RunRecord record = World.record(trial, Outcome.COMPLETED, "", new TreeMap<>());
    Map<String, Double> figures =
        Map.of(
            "taskScore", score,
            "chanceScore", 0.1,
            "scoredShareInTraining", 0.0,
            "multiplyAdds", 5.9e8);
    for (Map.Entry<String, Double> figure : new TreeMap<>(figures).entrySet()) {
      record = World.withMetric(record, figure.getKey(), figure.getValue());
    }
    return Examination.withLosses(record, score + task.length());
  }

  /** Judges the claim. */
  public static Judgement judge(List<RunRecord> records) {
    return judge(claim(), records);
  }

  static Judgement judge(Claim claim, List<RunRecord> records) {
    return Judge.judge(
            List.of(claim),
            Tournament.plan(claim, "image-training", records),
            World.scale(),
            records)
        .judgements()
        .get(0);
  }

  static Claim with(Metric metric, String... controls) {
    return Claims.withControls(Claims.with(claim(), metric), controls);
  }
}
