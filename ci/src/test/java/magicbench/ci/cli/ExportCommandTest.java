package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.TreeMap;
import magicbench.results.plan.Trial;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExportCommandTest {

  private static final String EXPORT = "export --scale tiny";

  @TempDir private Path root;

  private Bench bench;
  private Trial exported;

  @BeforeEach
  void run() throws IOException {
    bench = new Bench(root);
    exported = trial(1, true);
    write(exported, 61.25);
    write(trial(2, false), 70);
    store("0123", "new weights", 2000);
  }

  private static Trial trial(long seed, boolean exports) {
    ObjectNode settings = JsonNodeFactory.instance.objectNode().put("task", "topic");
    if (exports) {
      settings.put("exports", true);
    }
    return Trial.of("embedded-fine-tuning", "found", seed, List.of(), settings);
  }

  private void write(Trial trial, double score) {
    RunRecord record = FakeLaboratory.completed(trial);
    TreeMap<String, Double> metrics = new TreeMap<>(record.metrics());
    metrics.put("taskScore", score);
    RecordFile.write(
        bench.output().resolve("records").resolve(trial.id() + ".json"),
        FakeLaboratory.measuring(record, metrics, new TreeMap<>(record.tables())));
  }

  private void store(String fingerprint, String weights, long secondsOfAge) throws IOException {
    Path version =
        root.resolve("home/.cache/magicbench/trials").resolve(exported.id()).resolve(fingerprint);
    Path export = Files.createDirectories(version.resolve("artifact/export"));
    Files.writeString(export.resolve("model.safetensors"), weights);
    Files.writeString(export.resolve("config.json"), "{}");
    Path record = Files.writeString(version.resolve("record.json"), "{}");
    Files.setLastModifiedTime(record, FileTime.fromMillis(1000 * secondsOfAge));
  }

  @Test
  void without_a_trial_those_that_left_a_network_are_listed() {
    assertThat(bench.run(EXPORT)).isZero();

    assertThat(bench.out().lines())
        .hasSize(3)
        .anyMatch(line -> line.matches(exported.id() + "\\s+found\\s+1\\s+topic\\s+61\\.3"));
  }

  @Test
  void a_trials_network_is_copied_whole() throws IOException {
    Path to = root.resolve("mine");

    assertThat(bench.run(EXPORT + " --trial " + exported.id().substring(0, 8) + " --to " + to))
        .isZero();

    assertThat(to.resolve("model.safetensors")).hasContent("new weights");
    assertThat(to.resolve("config.json")).exists();
    assertThat(bench.out()).contains("Network of found seed 1, task topic: " + to);
  }

  @Test
  void of_several_versions_the_newest_is_copied() throws IOException {
    store("aaaa", "old weights", 1000);
    store("ffff", "newest weights", 3000);

    assertThat(bench.run(EXPORT + " --trial " + exported.id())).isZero();

    assertThat(bench.output().resolve("export/" + exported.id() + "/model.safetensors"))
        .hasContent("newest weights");
  }

  @Test
  void a_trial_that_left_none_is_told_of() {
    assertThat(bench.run(EXPORT + " --trial " + trial(2, false).id()))
        .isEqualTo(ExitCode.BAD_INPUT.code());

    assertThat(bench.err()).contains("names 0 of the 1 trials that left a network");
  }

  @Test
  void a_store_without_it_is_told_of() {
    String line = EXPORT + " --trial " + exported.id() + " --cache " + root.resolve("elsewhere");

    assertThat(bench.run(line)).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains("holds no network; name the store");
  }

  @Test
  void a_run_without_any_is_told_of() throws IOException {
    Files.delete(bench.output().resolve("records").resolve(exported.id() + ".json"));

    assertThat(bench.run(EXPORT)).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains("no trial there left a network; set 'exports: true'");
  }

  @Test
  void a_scale_that_was_not_run_is_told_of() {
    assertThat(bench.run("export --scale other")).isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err()).contains("run 'magicbench run --scale other' first");
  }
}
