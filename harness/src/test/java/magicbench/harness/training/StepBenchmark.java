package magicbench.harness.training;

import static magicbench.harness.bench.Timing.median;
import static magicbench.harness.bench.Timing.now;
import static magicbench.harness.bench.Timing.quantile;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import magicbench.harness.data.MlmBatch;
import magicbench.harness.data.MlmBatches;
import magicbench.harness.data.SyntheticTokens;
import magicbench.harness.data.TokenStore;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.results.plan.Seeds;

/**
 * Times training steps at L 8, H 64, V 2048, S 64, batch 32: pure paths and uniformly random ones.
 *
 * <p>A step is all that the trainer does: sampling, batch, forward, backward, Adam. Its share of
 * the machine's matrix-product rate counts the FLOPs of matrix products and convolutions, times
 * three (NetworkSize), over the step's time, over the rate of 1024³ products measured right before
 * and after. The harness's own share is timed inside the same steps: the sampler's draw, the masked
 * batch from a memory-mapped token file, and the list of the path's weights. Run it with
 * harness/bench/step.sh, which alternates it with another framework's step.
 */
public final class StepBenchmark {

  private static final int BATCH = 32;
  private static final int SEQUENCE = 64;
  private static final int VOCABULARY = 2048;
  private static final int MASKED = BATCH * SEQUENCE * 15 / 100;
  private static final int TOKENS = 1_000_000;
  private static final int WARMUP_STEPS = 40;
  private static final Seeds SEEDS = new Seeds(7);

  private final NetworkSize size;
  private final int steps;
  private final MlmBatches batches;

  private StepBenchmark(int steps, TokenStore.Split tokens) {
    List<String> operators = List.of("mha", "ffn", "sep3", "sep7");
    SpaceSettings settings = new SpaceSettings(8, operators, 64, 4, 256, 2);
    this.size = new NetworkSize(settings.space(), VOCABULARY, SEQUENCE);
    this.steps = steps;
    this.batches = new MlmBatches(tokens, SEQUENCE, BATCH, VOCABULARY);
  }

  /**
   * Runs the benchmark.
   *
   * @param arguments the number of timed steps of each kind of path, 100 if absent; the gradient
   *     clipping norm, 0 (none) if absent
   * @throws IOException when the token file can't be written
   */
  public static void main(String[] arguments) throws IOException {
    int steps = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    double clipNorm = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 0;
    Path file = Files.createTempFile("step", ".tokens");
    try {
      TokenStore.Split tokens = SyntheticTokens.split(file, VOCABULARY, TOKENS, SEEDS);
      new StepBenchmark(steps, tokens).run(clipNorm);
    } finally {
      Files.delete(file);
    }
  }

  private void run(double clipNorm) {
    for (String operator : List.of("mha", "ffn", "sep3", "sep7")) {
      Architecture pure = Architecture.parse((operator + ".").repeat(7) + operator);
      time(operator, random -> List.of(pure), clipNorm);
    }
    time("random", random -> List.of(size.space().draw(random)), clipNorm);
  }

  private void time(String mode, Draw draw, double clipNorm) {
    OwnTime own = new OwnTime();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu());
        ChainSuperNet net = new ChainSuperNet(size, SEEDS, manager);
        SuperNetTrainer trainer = trainer(net, own.draw(draw), own.source(this::batch), clipNorm)) {
      trainer.trainTo(WARMUP_STEPS);
      int arrays = manager.getManagedArrays().size();
      double before = matrixProductRate(manager);
      double[] seconds = new double[steps];
      double[] rates = new double[steps];
      own.nanoseconds = 0;
      for (int i = 0; i < steps; i++) {
        long flops = flops(draw, trainer.step());
        long start = now();
        trainer.trainTo(trainer.step() + 1);
        seconds[i] = (now() - start) / 1e9;
        rates[i] = flops / seconds[i] / 1e9;
      }
      double inside = own.nanoseconds / 1e9 + steps * listSeconds(net, draw);
      double rate = (before + matrixProductRate(manager)) / 2;
      print(mode, seconds, rates, rate);
      System.out.printf(
          Locale.ROOT,
          "  live arrays %d before, %d after; outside tensor work %.2f %%%n",
          arrays,
          manager.getManagedArrays().size(),
          100 * inside / Arrays.stream(seconds).sum());
    }
  }

  private static void print(String mode, double[] seconds, double[] rates, double rate) {
    System.out.printf(
        Locale.ROOT,
        "%s: median %.2f ms a step, quartiles %.2f to %.2f; %.1f of %.1f GFLOP/s = %.1f %%%n",
        mode,
        1e3 * median(seconds),
        1e3 * quantile(seconds, 0.25),
        1e3 * quantile(seconds, 0.75),
        median(rates),
        rate,
        100 * median(rates) / rate);
  }

  private long flops(Draw draw, long step) {
    Architecture path = draw.next(SEEDS.randomAt("sampler", step)).get(0);
    return size.trainingFlops(path, BATCH, MASKED);
  }

  private SuperNetTrainer trainer(
      ChainSuperNet net, PathSampler draw, BatchSource<TokenBatch> source, double clipNorm) {
    TrainingSettings settings =
        new TrainingSettings(
            100_000, BATCH, 1e-3, 0, Decay.CONSTANT, 0, clipNorm, 0.9, 0.999, 1e-8, 0, 0);
    return new SuperNetTrainer(net, draw, source, settings, SEEDS);
  }

  private TokenBatch batch(long step) {
    MlmBatch drawn = batches.draw(SEEDS.randomAt("batch", step));
    return new TokenBatch(drawn.inputIds(), BATCH, SEQUENCE, drawn.positions(), drawn.targets());
  }

  /** The time of listing a path's weights, which can't be told apart inside a step. */
  private static double listSeconds(ChainSuperNet net, Draw draw) {
    int repeats = 500;
    long touched = 0;
    long start = now();
    for (int step = 0; step < repeats; step++) {
      touched += net.parametersOf(draw.next(SEEDS.randomAt("sampler", step)).get(0)).size();
    }
    double seconds = (now() - start) / 1e9 / repeats;
    return touched > 0 ? seconds : Double.NaN;
  }

  private static double matrixProductRate(NDManager parent) {
    double[] rates = new double[10];
    try (NDManager scope = parent.newSubManager()) {
      NDArray left = scope.randomNormal(new Shape(1024, 1024));
      NDArray right = scope.randomNormal(new Shape(1024, 1024));
      for (int i = 0; i < rates.length; i++) {
        long start = now();
        left.matMul(right).close();
        rates[i] = 2.0 * 1024 * 1024 * 1024 / (now() - start);
      }
    }
    return median(rates);
  }

  /** Adds up the time that draws and batches take inside the steps. */
  private static final class OwnTime {
    private long nanoseconds;

    Draw draw(Draw draw) {
      return random -> timed(() -> draw.next(random));
    }

    BatchSource<TokenBatch> source(BatchSource<TokenBatch> source) {
      return step -> timed(() -> source.at(step));
    }

    private <T> T timed(Supplier<T> work) {
      long start = now();
      T result = work.get();
      nanoseconds += now() - start;
      return result;
    }
  }

  /** A sampler without memory. */
  @FunctionalInterface
  private interface Draw extends PathSampler {

    @Override
    default String state() {
      return "";
    }

    @Override
    default void restore(String state) {
      if (!state.isEmpty()) {
        throw new IllegalArgumentException("state " + state);
      }
    }
  }
}
