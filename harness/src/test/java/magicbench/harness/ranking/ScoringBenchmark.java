package magicbench.harness.ranking;

import static magicbench.harness.bench.Timing.median;
import static magicbench.harness.bench.Timing.now;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import magicbench.harness.data.MlmBatch;
import magicbench.harness.data.MlmBatches;
import magicbench.harness.data.SyntheticTokens;
import magicbench.harness.data.TokenStore;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.training.TokenBatch;
import magicbench.results.plan.Seeds;

/**
 * Times the scoring of every child model of six layers and three operators (729): one by one, and
 * by {@link PathScorer}. The two alternate in one run; the figure is the ratio of their medians.
 * What child models don't share is the head, so the ratio falls with the vocabulary: sizes are
 * those of scale laptop, then those of StepBenchmark. Run it with harness/bench/scoring.sh.
 */
public final class ScoringBenchmark {

  private static final int LAYERS = 6;
  private static final List<String> OPERATORS = List.of("mha", "ffn", "sep3");
  private static final List<Size> SIZES = List.of(new Size(48, 1024, 48), new Size(64, 2048, 64));
  private static final int BATCH = 32;
  private static final int TOKENS = 100_000;
  private static final Seeds SEEDS = new Seeds(7);

  private final ChainSuperNet net;
  private final List<Architecture> paths = new ArrayList<>();
  private final TokenBatch batch;

  private ScoringBenchmark(ChainSuperNet net, TokenBatch batch) {
    this.net = net;
    this.batch = batch;
    addPaths(List.of());
  }

  private void addPaths(List<String> beginning) {
    if (beginning.size() == LAYERS) {
      paths.add(new Architecture(beginning));
      return;
    }
    for (String operator : OPERATORS) {
      List<String> longer = new ArrayList<>(beginning);
      longer.add(operator);
      addPaths(longer);
    }
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments the number of rounds, 3 if absent
   * @throws IOException when the token file can't be written
   */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    for (Size size : SIZES) {
      System.out.println(size);
      run(rounds, size);
    }
  }

  private static void run(int rounds, Size size) throws IOException {
    Path file = Files.createTempFile("scoring", ".tokens");
    try (NDManager manager = NDManager.newBaseManager(Device.cpu());
        ChainSuperNet net = new ChainSuperNet(size.network(), SEEDS, manager)) {
      TokenStore.Split tokens = SyntheticTokens.split(file, size.vocabulary(), TOKENS, SEEDS);
      new ScoringBenchmark(net, size.batch(tokens)).run(rounds);
    } finally {
      Files.delete(file);
    }
  }

  private void run(int rounds) {
    double[] alone = new double[rounds];
    double[] together = new double[rounds];
    double difference = 0;
    scoreAlone(paths.subList(0, 27));
    new PathScorer(net).losses(paths.subList(0, 27), List.of(batch));
    for (int round = 0; round < rounds; round++) {
      long start = now();
      double[] oneByOne = scoreAlone(paths);
      long middle = now();
      double[] shared = new PathScorer(net).losses(paths, List.of(batch));
      together[round] = (now() - middle) / 1e9;
      alone[round] = (middle - start) / 1e9;
      difference = Math.max(difference, furthest(oneByOne, shared));
      print(round + 1, alone[round], together[round]);
    }
    System.out.printf(
        Locale.ROOT,
        "%d paths: one by one %.2f s, together %.2f s, %.2f times faster; scores differ by at most"
            + " %.1e%n",
        paths.size(),
        median(alone),
        median(together),
        median(alone) / median(together),
        difference);
  }

  private static void print(int round, double alone, double together) {
    System.out.printf(
        Locale.ROOT,
        "round %d: one by one %.2f s, together %.2f s, %.2f times faster%n",
        round,
        alone,
        together,
        alone / together);
  }

  private double[] scoreAlone(List<Architecture> scored) {
    double[] losses = new double[scored.size()];
    for (int index = 0; index < losses.length; index++) {
      try (NDManager scope = net.newScope()) {
        losses[index] = net.loss(scored.get(index), batch.arrays(scope)).getFloat();
      }
    }
    return losses;
  }

  private static double furthest(double[] left, double[] right) {
    double furthest = 0;
    for (int index = 0; index < left.length; index++) {
      furthest = Math.max(furthest, Math.abs(left[index] - right[index]));
    }
    return furthest;
  }

  /** The sizes of network and batch. */
  private record Size(int hidden, int vocabulary, int sequence) {

    NetworkSize network() {
      SpaceSettings settings = new SpaceSettings(LAYERS, OPERATORS, hidden, 4, 4 * hidden, 0);
      return new NetworkSize(settings.space(), vocabulary, sequence);
    }

    TokenBatch batch(TokenStore.Split tokens) {
      MlmBatch drawn =
          new MlmBatches(tokens, sequence, BATCH, vocabulary).draw(SEEDS.randomAt("batch", 0));
      return new TokenBatch(drawn.inputIds(), BATCH, sequence, drawn.positions(), drawn.targets());
    }
  }
}
