package magicbench.harness.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import magicbench.harness.sampling.MemorylessSampler;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.supernet.SuperNet;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;

/** A language so small that a tiny net learns it in a few hundred milliseconds. */
public final class TinyTask {

  public static final int BATCH = 4;
  public static final int SEQUENCE = 8;
  public static final int VOCABULARY = 11;
  public static final Seeds SEEDS = new Seeds(17);

  private static final List<String> OPERATORS = List.of("mha", "ffn", "sep3", "sep5", "sep7", "id");

  private TinyTask() {}

  public static NetworkSize size() {
    return size(3, OPERATORS);
  }

  public static NetworkSize size(int layers, List<String> operators) {
    return new NetworkSize(
        new SpaceSettings(layers, operators, 8, 2, 12, 2).space(), VOCABULARY, SEQUENCE);
  }

  /** Rows count upwards modulo the vocabulary's other tokens; token 0 hides a quarter of them. */
  public static TokenBatch batch(long step) {
    UniformRandomProvider random = SEEDS.randomAt("tiny", step);
    int[] positions = IntStream.range(0, BATCH * 2).map(i -> i * 4 + random.nextInt(4)).toArray();
    int[] ids = new int[BATCH * SEQUENCE];
    for (int row = 0; row < BATCH; row++) {
      int first = random.nextInt(VOCABULARY - 1);
      for (int column = 0; column < SEQUENCE; column++) {
        ids[row * SEQUENCE + column] = 1 + (first + column) % (VOCABULARY - 1);
      }
    }
    int[] targets = IntStream.of(positions).map(place -> ids[place]).toArray();
    IntStream.of(positions).forEach(place -> ids[place] = 0);
    return new TokenBatch(ids, BATCH, SEQUENCE, positions, targets);
  }

  public static TrainingSettings settings(long steps) {
    return new TrainingSettings(
        steps, BATCH, 1e-2, 2, Decay.COSINE, 0.01, 1, 0.9, 0.999, 1e-8, 0, 0);
  }

  /** All weights, for comparisons bit by bit. */
  public static Map<String, List<Float>> values(SuperNet net) {
    Map<String, List<Float>> values = new TreeMap<>();
    net.weights()
        .forEach(
            (name, weight) -> {
              List<Float> floats = new ArrayList<>();
              for (float value : weight.array().toFloatArray()) {
                floats.add(value);
              }
              values.put(name, floats);
            });
    return values;
  }

  public static PathSampler uniform(SearchSpace space) {
    return new Uniform(space, 1);
  }

  public static PathSampler uniform(SearchSpace space, int paths) {
    return new Uniform(space, paths);
  }

  /** Trains the same child model at every step. */
  public static PathSampler fixed(Architecture path) {
    return new FixedPath(path);
  }

  private record FixedPath(Architecture path) implements MemorylessSampler {

    @Override
    public List<Architecture> next(UniformRandomProvider random) {
      return List.of(path);
    }
  }

  private record Uniform(SearchSpace space, int paths) implements MemorylessSampler {

    @Override
    public List<Architecture> next(UniformRandomProvider random) {
      return IntStream.range(0, paths).mapToObj(i -> space.draw(random)).toList();
    }
  }
}
