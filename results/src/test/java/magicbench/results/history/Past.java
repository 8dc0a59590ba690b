package magicbench.results.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimFile;
import magicbench.results.file.Hashes;
import magicbench.results.plan.Seeds;
import magicbench.results.stats.Interval;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Runs that never were, for the tests of this package. */
final class Past {

  static final Rules RULES = Rules.OF_GATE;
  static final String MACHINE = "a processor, 2 cores";

  private Past() {}

  static List<Claim> claims() {
    try (InputStream in = Past.class.getResourceAsStream("/magicbench/results/claim/claims.yaml")) {
      return ClaimFile.read("claims.yaml", in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first claim's id. */
  static String claim() {
    return claims().get(0).id();
  }

  /** The sign of a better effect of that claim. */
  static int better() {
    return claims().get(0).direction().sign();
  }

  /** A run with the values of seeds 1, 2, and so on. */
  static HistoryEntry run(String commit, double... values) {
    return run(commit, 1, values);
  }

  /** A run with the values of seeds from a first one on. */
  static HistoryEntry run(String commit, long firstSeed, double... values) {
    SortedMap<Long, Double> perSeed = new TreeMap<>();
    IntStream.range(0, values.length).forEach(i -> perSeed.put(firstSeed + i, values[i]));
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    return new HistoryEntry(
        HistoryEntry.SCHEMA_VERSION,
        claim(),
        1,
        "tiny",
        "cpu",
        Hashes.sha256(new byte[] {1}),
        commit,
        Optional.of("2026-01-31"),
        "REPRODUCED",
        Optional.of(mean),
        Optional.of(new Interval(mean - 0.5, mean + 0.5, 0.95)),
        perSeed,
        new HistoryEntry.Cost(Optional.of(MACHINE), 8, Optional.of(80.0), Optional.of(90.0)));
  }

  static HistoryEntry lasting(HistoryEntry run, double cpuSeconds) {
    return new HistoryEntry(
        run.schemaVersion(),
        run.claim(),
        run.version(),
        run.scale(),
        run.device(),
        run.design(),
        run.commit(),
        run.day(),
        run.verdict(),
        run.effect(),
        run.interval(),
        run.perSeed(),
        new HistoryEntry.Cost(Optional.of(MACHINE), 8, Optional.of(cpuSeconds), Optional.of(90.0)));
  }

  /** Repetitions with eight seeds of their own each, whose values are drawn from one normal law. */
  static List<HistoryEntry> repetitions(int runs, long seed) {
    return IntStream.range(0, runs)
        .mapToObj(
            i -> {
              ZigguratSampler.NormalizedGaussian normal =
                  ZigguratSampler.NormalizedGaussian.of(new Seeds(seed).randomAt("past", i));
              double[] values = normal.samples(8).toArray();
              return run("abc", 1_000_000L * (i + 1), values);
            })
        .toList();
  }
}
