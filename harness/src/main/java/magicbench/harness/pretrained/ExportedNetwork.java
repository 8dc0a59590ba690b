package magicbench.harness.pretrained;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.data.TextTask;
import magicbench.harness.operator.Padding;
import magicbench.harness.space.Layout;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.ClassificationHead;
import magicbench.harness.training.ChildWeights;
import magicbench.harness.training.LabelledBatch;
import magicbench.harness.training.Safetensors;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;

/**
 * A fine-tuned network in a folder of its own, which holds all that it takes to let it answer: its
 * weights (safetensors), its configuration, its tokenizer and its vocabulary. One thread at a time.
 * Close it at the end: it frees its weights.
 */
public final class ExportedNetwork implements AutoCloseable {

  private static final String WEIGHTS = "model.safetensors";
  private static final String TOKENIZER = "tokenizer.json";
  private static final String SEAL = "sha256";
  private static final int MOST_TOKENIZER_BYTES = 1 << 26;
  private static final String REMEDY = "copy all files of one export, and no others, to the folder";
  private static final int ROWS = 32;

  private final ExportedConfig config;
  private final NDManager manager;
  private final ChainSuperNet net;
  private final ClassificationHead head;
  private final TextEncoder texts;

  private ExportedNetwork(
      ExportedConfig config,
      NDManager manager,
      ChainSuperNet net,
      ClassificationHead head,
      Path folder) {
    this.config = config;
    this.manager = manager;
    this.net = net;
    this.head = head;
    ChildWeights.read(folder.resolve(WEIGHTS), net, config.layout().child(), head);
    this.texts = TextEncoder.of(folder);
  }

  /** The weights' own seal, which a file of other weights can't have. */
  private static String weightsSeal(Path folder) {
    return Safetensors.open(folder.resolve(WEIGHTS)).metadata().getOrDefault(SEAL, "none");
  }

  private static String tokenizerSha256(Path folder) {
    return Hashes.sha256(BoundedInput.read(folder.resolve(TOKENIZER), MOST_TOKENIZER_BYTES));
  }

  private static void requireSame(Path file, String wanted, String found) {
    if (!found.equals(wanted)) {
      throw new InputException(
          file.toString(),
          "has the SHA-256 " + found + ", where its configuration tells of " + wanted,
          REMEDY);
    }
  }

  /**
   * A network that was fine-tuned.
   *
   * @param layout what it is
   * @param net holds its weights
   * @param head answers
   * @param task what it tells apart
   */
  public record Tuned(Layout layout, ChainSuperNet net, ClassificationHead head, TextTask task) {}

  /**
   * Writes a network.
   *
   * @param folder where to; its files are replaced, each of them whole
   * @param tuned the network
   * @param encoder a folder that holds the encoder of its texts
   * @throws InputException when the disk refuses
   */
  public static void write(Path folder, Tuned tuned, Path encoder) {
    ChainSuperNet net = tuned.net();
    TextEncoder.copy(encoder, folder);
    ChildWeights.write(folder.resolve(WEIGHTS), net, tuned.layout().child(), tuned.head());
    new ExportedConfig(
            ExportedConfig.SCHEMA_VERSION,
            tuned.layout(),
            net.size().vocabulary(),
            net.size().sequence(),
            tuned.task().title(),
            tuned.task().labels(),
            TextTask.HIGHEST_SCORE,
            weightsSeal(folder),
            tokenizerSha256(folder))
        .write(folder);
  }

  /**
   * Reads a network, to run on a processor.
   *
   * @param folder what {@link #write} wrote
   * @return the network, ready to answer
   * @throws InputException when a file is missing, damaged, or of another network than the others
   */
  public static ExportedNetwork load(Path folder) {
    ExportedConfig config = ExportedConfig.read(folder);
    requireSame(folder.resolve(WEIGHTS), config.weightsSha256(), weightsSeal(folder));
    requireSame(folder.resolve(TOKENIZER), config.tokenizerSha256(), tokenizerSha256(folder));
    NDManager manager = NDManager.newBaseManager(Device.cpu());
    try {
      Seeds seeds = new Seeds(0);
      Layout layout = config.layout();
      ChainSuperNet net =
          new ChainSuperNet(
              layout.size(config.vocabularySize(), config.sequenceLength()), seeds, manager);
      ClassificationHead head =
          new ClassificationHead(
              layout.space().space(), config.outputs(), seeds, manager, DataType.FLOAT32);
      return new ExportedNetwork(config, manager, net, head, folder);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /**
   * What it tells apart.
   *
   * @return the task's name
   */
  public String task() {
    return config.task();
  }

  /**
   * Answers.
   *
   * @param sentences single texts, or the first ones of pairs
   * @param others the second ones; empty for single texts
   * @return for each the name of its class, or its score with three decimals
   */
  public List<String> answers(List<String> sentences, List<String> others) {
    if (sentences.isEmpty()) {
      return List.of();
    }
    List<int[]> rows = texts.encode(sentences, others, config.sequenceLength());
    String[] answers = new String[rows.size()];
    for (int from = 0; from < rows.size(); from += ROWS) {
      List<int[]> some = rows.subList(from, Math.min(rows.size(), from + ROWS));
      float[][] outputs = outputs(LabelledBatch.of(some, texts.pad(), new double[some.size()]));
      for (int row = 0; row < outputs.length; row++) {
        answers[from + row] = named(outputs[row]);
      }
    }
    return List.of(answers);
  }

  private float[][] outputs(LabelledBatch batch) {
    long[] ids = Arrays.stream(batch.ids()).asLongStream().toArray();
    int rows = batch.lengths().length;
    try (NDManager scope = net.newScope()) {
      NDArray tokens = scope.create(ids, new Shape(rows, batch.sequence()));
      Padding padding = Padding.of(scope, batch.lengths(), batch.sequence());
      NDArray stream = net.encode(config.layout().child(), tokens, padding);
      float[] flat = head.outputs(stream, padding).toFloatArray();
      float[][] outputs = new float[rows][];
      for (int row = 0; row < rows; row++) {
        outputs[row] =
            Arrays.copyOfRange(flat, row * config.outputs(), (row + 1) * config.outputs());
      }
      return outputs;
    }
  }

  private String named(float[] outputs) {
    if (config.labels().isEmpty()) {
      double score = Math.max(0, Math.min(1, outputs[0])) * config.highestScore();
      return String.format(Locale.ROOT, "%.3f", score);
    }
    int best = 0;
    for (int label = 1; label < outputs.length; label++) {
      best = outputs[label] > outputs[best] ? label : best;
    }
    return config.labels().get(best);
  }

  @Override
  public void close() {
    texts.close();
    manager.close();
  }
}
