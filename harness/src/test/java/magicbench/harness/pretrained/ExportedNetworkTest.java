package magicbench.harness.pretrained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.data.EmbeddedTask;
import magicbench.harness.data.SmallTokenizer;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.data.TextTask;
import magicbench.harness.space.Layout;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.ClassificationHead;
import magicbench.harness.task.Answers;
import magicbench.harness.training.FineTuner;
import magicbench.harness.training.LabelledBatch;
import magicbench.harness.training.TinyTask;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportedNetworkTest {

  private static final List<String> TEXTS = List.of("a", "bb", "a a b", "b a", "ab", "bbb b");
  private static final Layout LAYOUT =
      new Layout(new SpaceSettings(3, List.of("mha", "ffn", "sep3"), 8, 2, 12, 0), "mha.sep3.ffn");

  @TempDir private Path folder;

  private Path exported;

  @BeforeEach
  void export() throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), SmallTokenizer.json());
    exported = folder.resolve("exported");
    write(EmbeddedTask.TOPIC, exported, 3);
  }

  private void write(TextTask task, Path to, long seed) {
    Seeds seeds = new Seeds(seed);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu());
        ChainSuperNet net = new ChainSuperNet(LAYOUT.size(8, 6), seeds, manager);
        ClassificationHead head =
            new ClassificationHead(
                LAYOUT.space().space(),
                Math.max(1, task.labels().size()),
                seeds,
                manager,
                DataType.FLOAT32)) {
      net.assign("embedding/token.weight", ramp(8 * 8));
      ExportedNetwork.write(to, new ExportedNetwork.Tuned(LAYOUT, net, head, task), folder);
    }
  }

  /** Embeddings far enough apart for texts to get different answers. */
  private static float[] ramp(int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) Math.sin(3.7 * i);
    }
    return values;
  }

  private static List<String> answers(Path from) {
    try (ExportedNetwork network = ExportedNetwork.load(from)) {
      return network.answers(TEXTS, List.of());
    }
  }

  @Test
  void answers_with_the_names_of_classes() {
    assertThat(answers(exported)).hasSize(6).isSubsetOf(EmbeddedTask.TOPIC.labels());
  }

  @Test
  void the_same_network_written_twice_answers_alike_and_another_one_otherwise() {
    write(EmbeddedTask.TOPIC, folder.resolve("again"), 3);
    write(EmbeddedTask.NEARNESS, folder.resolve("scores"), 3);
    write(EmbeddedTask.NEARNESS, folder.resolve("others"), 4);

    assertThat(answers(folder.resolve("again"))).isEqualTo(answers(exported));
    assertThat(answers(folder.resolve("others"))).isNotEqualTo(answers(folder.resolve("scores")));
  }

  @Test
  void a_score_has_three_decimals_on_the_tasks_scale() {
    write(EmbeddedTask.NEARNESS, folder.resolve("scores"), 3);

    assertThat(answers(folder.resolve("scores")))
        .allMatch(answer -> answer.matches("[0-5]\\.\\d{3}"));
  }

  @Test
  void says_the_same_of_a_text_whatever_stands_beside_it() {
    try (ExportedNetwork network = ExportedNetwork.load(exported)) {
      List<String> alone =
          TEXTS.stream().map(text -> network.answers(List.of(text), List.of()).get(0)).toList();
      assertThat(network.answers(TEXTS, List.of())).isEqualTo(alone);
      assertThat(network.answers(List.of(), List.of())).isEmpty();
      assertThat(network.task()).isEqualTo("topic");
    }
  }

  @Test
  void the_folder_holds_all_that_it_takes() throws IOException {
    try (Stream<Path> files = Files.list(exported)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "config.json", "model.safetensors", "tokenizer.json", "vocabulary.txt");
    }
    assertThat(Files.readAllLines(exported.resolve("vocabulary.txt")))
        .startsWith("[PAD]", "[UNK]")
        .hasSize(8);
  }

  @Test
  void a_fresh_process_answers_alike() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Serving.class.getName(),
                exported.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(printed.lines().toList()).isEqualTo(answers(exported));
  }

  /** What a process of somebody else's does with an exported network. */
  static final class Serving {

    private Serving() {}

    public static void main(String[] arguments) {
      try (ExportedNetwork network = ExportedNetwork.load(Path.of(arguments[0]))) {
        network.answers(TEXTS, List.of()).forEach(System.out::println);
      }
    }
  }

  @Test
  void damaged_weights_are_refused() throws IOException {
    Path weights = exported.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);

    assertThatThrownBy(() -> ExportedNetwork.load(exported))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("model.safetensors: is damaged");
  }

  @Test
  void weights_or_a_tokenizer_of_another_export_are_refused() throws IOException {
    Path other = folder.resolve("other");
    write(EmbeddedTask.TOPIC, other, 4);
    Files.copy(
        other.resolve("model.safetensors"),
        exported.resolve("model.safetensors"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(other.resolve("tokenizer.json"), SmallTokenizer.json().replace("##b", "##c"));

    assertThatThrownBy(() -> ExportedNetwork.load(exported))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("model.safetensors: has the SHA-256 ");
    assertThatThrownBy(() -> ExportedNetwork.load(other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tokenizer.json: has the SHA-256 ");
  }

  @Test
  void answers_as_the_network_did_that_was_exported() {
    Seeds seeds = new Seeds(3);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu());
        ChainSuperNet net = new ChainSuperNet(LAYOUT.size(8, 6), seeds, manager);
        ClassificationHead head =
            new ClassificationHead(
                LAYOUT.space().space(),
                EmbeddedTask.TOPIC.labels().size(),
                seeds,
                manager,
                DataType.FLOAT32);
        FineTuner tuner =
            new FineTuner(
                net,
                LAYOUT.child(),
                head,
                new FineTuner.Setup(TinyTask.settings(5), 1, FineTuner.Aim.CLASS));
        TextEncoder encoder = TextEncoder.of(folder)) {
      net.assign("embedding/token.weight", ramp(8 * 8));
      LabelledBatch batch =
          LabelledBatch.of(encoder.encode(TEXTS, List.of(), 6), encoder.pad(), new double[6]);

      assertThat(Answers.of(EmbeddedTask.TOPIC, tuner.answers(batch))).isEqualTo(answers(exported));
    }
  }

  @Test
  void weights_of_another_network_are_refused() throws IOException {
    Path config = exported.resolve("config.json");
    Files.writeString(config, Files.readString(config).replace("mha.sep3.ffn", "mha.ffn.sep3"));

    assertThatThrownBy(() -> ExportedNetwork.load(exported))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds the weights of mha.sep3.ffn, not mha.ffn.sep3");
  }

  @Test
  void a_folder_without_a_configuration_is_refused() throws IOException {
    Files.delete(exported.resolve("config.json"));

    assertThatThrownBy(() -> ExportedNetwork.load(exported))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("config.json");
  }
}
