package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.supernet.SuperNet;
import magicbench.results.file.InputException;

/**
 * A training run on disk: weights, what the optimiser remembers and averages as arrays, all else as
 * JSON in the metadata.
 */
final class Checkpoint {

  private static final String FORMAT = "magicbench-checkpoint-2";
  private static final String REMEDY = "delete it and run again, or restore it from a copy";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String WEIGHT = "weight/";

  private final Path file;
  private final Safetensors stored;
  private final Progress progress;

  private Checkpoint(Path file, Safetensors stored, Progress progress) {
    this.file = file;
    this.stored = stored;
    this.progress = progress;
  }

  /**
   * Everything about a run that is no array.
   *
   * @param seed the trial's seed
   * @param settings how it trains
   * @param step the number of steps done
   * @param sampler the sampler's state
   * @param alignment the alignment's state
   * @param passes the passes so far
   * @param curve the loss curve's state
   * @param updates how often the optimiser updated each weight
   */
  record Progress(
      long seed,
      TrainingSettings settings,
      long step,
      String sampler,
      String alignment,
      Passes passes,
      LossCurve.State curve,
      SortedMap<String, Long> updates) {}

  /**
   * Everything about a run that is made of arrays.
   *
   * @param net its weights
   * @param optimiser what it remembers
   * @param averages the weights' averages, where there are any
   */
  record Held(SuperNet net, Optimiser optimiser, Optional<WeightAverages> averages) {

    private SortedMap<String, NDArray> arrays() {
      SortedMap<String, NDArray> arrays = new TreeMap<>(optimiser.memory());
      net.weights().forEach((name, weight) -> arrays.put(WEIGHT + name, weight.array()));
      averages.ifPresent(each -> arrays.putAll(each.memory()));
      return arrays;
    }
  }

  static void write(Path file, Progress progress, Held held) {
    SortedMap<String, NDArraySource> arrays = new TreeMap<>();
    held.arrays().forEach((name, array) -> arrays.put(name, new NDArraySource(array)));
    SortedMap<String, String> metadata = new TreeMap<>();
    metadata.put("format", FORMAT);
    try {
      metadata.put("training", JSON.writeValueAsString(progress));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values is always JSON", e);
    }
    Safetensors.write(file, metadata, arrays);
  }

  /** Reads the header only; {@link #verify} reads the rest. */
  static Checkpoint open(Path file) {
    Safetensors stored = Safetensors.open(file);
    return new Checkpoint(file, stored, progress(file, stored.metadata()));
  }

  Progress progress() {
    return progress;
  }

  /** Refuses a file in which a single bit isn't as it was written. */
  void verify() {
    stored.verify();
  }

  void requireRun(long seed, TrainingSettings settings) {
    if (progress.seed() != seed || !settings.equals(progress.settings())) {
      throw new InputException(
          file.toString(),
          "is of seed " + progress.seed() + " and " + progress.settings(),
          "delete it to start over, or resume with that seed and those settings");
    }
  }

  /** Fills all that a run holds; changes nothing of it where the checkpoint doesn't fit it. */
  void copyInto(Held held) {
    requireShapes(held.arrays());
    Set<String> weights = held.net().weights().keySet();
    if (!progress.updates().keySet().equals(weights)) {
      throw new InputException(file.toString(), "counts the updates of other weights", REMEDY);
    }
    for (String name : weights) {
      held.net().assign(name, stored.values(WEIGHT + name));
      held.optimiser().restore(name, progress.updates().get(name), stored::values);
      held.averages().ifPresent(each -> each.restore(name, stored::values));
    }
  }

  private static Progress progress(Path file, Map<String, String> metadata) {
    if (!FORMAT.equals(metadata.get("format"))) {
      throw new InputException(
          file.toString(), "has the format " + metadata.get("format") + ", not " + FORMAT, REMEDY);
    }
    try {
      return JSON.readValue(metadata.getOrDefault("training", ""), Progress.class);
    } catch (JsonProcessingException e) {
      throw new InputException(
          file.toString(), "has unreadable progress (" + e.getOriginalMessage() + ")", REMEDY, e);
    }
  }

  private void requireShapes(SortedMap<String, NDArray> arrays) {
    SortedMap<String, List<Long>> expected = new TreeMap<>();
    arrays.forEach(
        (name, array) ->
            expected.put(name, Arrays.stream(array.getShape().getShape()).boxed().toList()));
    if (!stored.shapes().equals(expected)) {
      throw new InputException(
          file.toString(), "holds another super-net's or optimiser's arrays", REMEDY);
    }
  }
}
