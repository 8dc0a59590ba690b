package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import magicbench.results.plan.Plan;
import magicbench.results.plan.PlanFile;
import magicbench.results.plan.Trial;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class MergeCommandTest {

  @TempDir private Path root;
  private Bench bench;
  private List<Trial> trials;
  private Path left;
  private Path right;

  /** Two jobs shared out the trials of one plan; both ran the first. */
  @BeforeEach
  void runTwoJobs() {
    bench = new Bench(root);
    bench.run("plan --scale tiny --format json");
    Plan plan = PlanFile.read(write(root.resolve("plan.json"), bench.out()));
    trials = plan.trials();
    left = root.resolve("left");
    right = root.resolve("right");
    for (int i = 0; i < trials.size(); i++) {
      if (i % 2 == 0) {
        put(left, FakeLaboratory.completed(trials.get(i)));
      }
      if (i % 2 == 1 || i == 0) {
        put(right, FakeLaboratory.completed(trials.get(i)));
      }
    }
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path put(Path folder, RunRecord record) {
    Path file = folder.resolve(record.trial().id() + ".json");
    RecordFile.write(file, record);
    return file;
  }

  private Path merged() {
    return bench.output().resolve("records");
  }

  @Test
  void what_jobs_shared_out_is_judged_as_one_run() throws IOException {
    assertThat(bench.run("merge --scale tiny --from " + left + " " + right)).isZero();
    assertThat(bench.out())
        .contains(trials.size() + " records in " + merged() + ": " + trials.size() + " written");

    Files.copy(root.resolve("plan.json"), bench.output().resolve("plan.json"));
    bench.runAll("judge", "gate");
  }

  @Test
  void the_option_can_be_said_again_and_the_folder_named() {
    String all = root.resolve("all").toString();

    assertThat(bench.run("merge --scale tiny --records " + all + " --from " + left)).isZero();
    assertThat(
            bench.run(
                "merge --scale tiny --records " + all + " --from " + left + " --from " + right))
        .isZero();

    assertThat(RecordFile.readAll(Path.of(all))).hasSameSizeAs(trials);
  }

  @Test
  void a_conflict_is_bad_input_told_in_one_line() {
    Path conflicting = put(right, FakeLaboratory.diverged(trials.get(0)));

    assertThat(bench.run("merge --scale tiny --from " + left + " " + right))
        .isEqualTo(ExitCode.BAD_INPUT.code());
    assertThat(bench.err().lines())
        .singleElement()
        .asString()
        .contains("measured otherwise than " + conflicting + ": outcome: COMPLETED and DIVERGED");
    assertThat(merged()).doesNotExist();
  }

  @Test
  void without_a_source_the_command_line_makes_no_sense() {
    assertThat(bench.run("merge --scale tiny")).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void two_merges_at_once_lose_nothing() throws Exception {
    Process one = start(left);
    Process other = start(right);

    assertThat(one.waitFor()).isZero();
    assertThat(other.waitFor()).isZero();
    assertThat(RecordFile.readAll(merged())).hasSameSizeAs(trials);
  }

  @Test
  void a_merge_waits_for_another_one_and_sees_what_it_wrote() throws Exception {
    RunRecord completed = FakeLaboratory.completed(trials.get(0));
    Path failing = root.resolve("failing");
    put(failing, FakeLaboratory.failed(trials.get(0)));
    Files.createDirectories(merged());

    Process merge;
    try (FileChannel other =
        FileChannel.open(
            merged().resolve(".merge.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      other.lock();
      merge = start(failing);
      assertThat(firstLine(merge)).startsWith("Another merge is at work in " + merged());
      put(merged(), completed);
    }

    assertThat(merge.waitFor()).isZero();
    assertThat(RecordFile.readAll(merged())).containsExactly(completed);
  }

  private static String firstLine(Process process) throws IOException {
    // Left open: the process still has a line to write.
    return new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
        .readLine();
  }

  private Process start(Path from) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dmagicbench.root=" + root);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("magicbench.ci.cli.Magicbench");
    command.addAll(List.of("merge", "--scale", "tiny", "--from", from.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
