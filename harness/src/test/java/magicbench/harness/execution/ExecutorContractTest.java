package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordComparison;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every place to run gives the same records, and a kill in the middle changes none of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExecutorContractTest {

  private static final long STEPS = 60;

  @TempDir static Path folder;

  private Trial tokenise;
  private Trial probe;
  private Plan plan;
  private List<RunRecord> alone;

  @BeforeAll
  void runInThisProcess() throws IOException {
    TinyProbe.assumeVocabulary();
    tokenise = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("text")));
    probe = TinyProbe.probe(tokenise, 11, STEPS);
    plan = ScriptedPlan.of(tokenise, probe);
    alone = new InProcess().run(plan, request("alone"), new Listening());
  }

  @Test
  void trains_something() {
    RunRecord record = alone.get(1);

    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    assertThat(record.metrics().get("validationLoss"))
        .isLessThan(record.metrics().get("untrainedValidationLoss"));
    assertThat(record.metrics()).containsEntry("undefinedRows", 0.0);
  }

  @Test
  void probes_at_every_share_of_the_training() {
    assertThat(alone.get(1).tables().get("pairs").number("trainedShare"))
        .contains(0.0, 0.1, 0.5, 1.0);
    assertThat(alone.get(1).tables().get("controls").text("control"))
        .contains("same-child-twice", "independent-batches");
    assertThat(alone.get(1).tables().get("interventions").text("side")).contains("before", "after");
  }

  @Test
  void records_a_divergence_with_what_was_measured_until_then() {
    Plan diverging = ScriptedPlan.of(tokenise, TinyProbe.diverging(tokenise));

    RunRecord record = new InProcess().run(diverging, request("alone"), new Listening()).get(1);

    assertThat(record.outcome()).isEqualTo(Outcome.DIVERGED);
    assertThat(record.note()).startsWith("diverged at step ");
    assertThat(record.metrics()).containsEntry("validationLoss", null);
    assertThat(record.tables().get("pairs").rows()).isPositive();
  }

  @Test
  void measures_the_same_in_parts_of_a_batch_but_for_rounding() {
    Trial parts = TinyProbe.probeInParts(tokenise, 11, STEPS, 1);

    RunRecord record =
        new InProcess()
            .run(ScriptedPlan.of(tokenise, parts), request("alone"), new Listening())
            .get(1);

    assertThat(record.outcome()).as(record.note()).isEqualTo(Outcome.COMPLETED);
    String untrained = "untrainedValidationLoss";
    assertThat(record.metrics().get(untrained))
        .isCloseTo(alone.get(1).metrics().get(untrained), within(1e-5));
    assertThat(record.tables().get("pairs").rows())
        .isEqualTo(alone.get(1).tables().get("pairs").rows());
  }

  @Test
  void names_the_data_that_the_corpus_was_made_from() {
    assertThat(alone.get(1).provenance().data())
        .extracting(file -> file.name())
        .contains("minilm", "tiny.txt");
  }

  @Test
  void measures_the_same_in_worker_processes_and_trains_nothing_the_second_time() throws Exception {
    List<RunRecord> pooled = new WorkerPool().run(plan, request("pool"), new Listening());
    assertSameAsAlone(pooled, "pool");

    Listening again = new Listening();
    new WorkerPool().run(plan, request("pool"), again);

    assertThat(again.cached()).isEqualTo(2);
    assertThat(again.run()).isEmpty();
  }

  @Test
  void measures_the_same_after_a_kill_in_the_middle() throws Exception {
    killInTheMiddle("killed");

    Listening listening = new Listening();
    List<RunRecord> resumed = new InProcess().run(plan, request("killed/cache"), listening);

    assertThat(resumed).extracting(RunRecord::note).containsOnly("");
    assertThat(listening.messages()).anyMatch(line -> line.equals("going on from step 35"));
    assertSameAsAlone(resumed, "killed/cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"checkpoint.safetensors", "progress-35.json"})
  void starts_over_and_says_so_where_what_a_killed_run_left_is_damaged(String name)
      throws Exception {
    String run = "damaged-" + name;
    killInTheMiddle(run);
    Path left = find(run, name);
    flipBitInTheMiddle(left);

    Listening listening = new Listening();
    List<RunRecord> again = new InProcess().run(plan, request(run + "/cache"), listening);

    assertThat(listening.messages())
        .anyMatch(line -> line.startsWith("warning: " + left) && line.contains("starts over"))
        .noneMatch(line -> line.startsWith("going on"));
    assertSameAsAlone(again, run + "/cache");
  }

  private void killInTheMiddle(String run) throws Exception {
    new InProcess().run(ScriptedPlan.of(tokenise), request(run + "/cache"), new Listening());
    Properties hanging = new Properties();
    hanging.setProperty(UniformTestMethod.HANG, "40");
    Process worker = Workers.start(folder.resolve(run), hanging, probe, tokenise);
    Workers.awaitLine(worker, line -> line.contains("training, step 40"));
    worker.destroyForcibly().waitFor();
  }

  private static Path find(String run, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(run))) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  /** In JSON the changed character is a digit of a measurement: the file stays readable. */
  private static void flipBitInTheMiddle(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int place = bytes.length / 2;
    while (file.toString().endsWith(".json") && (bytes[place] < '2' || bytes[place] > '7')) {
      place++;
    }
    bytes[place] ^= 1;
    Files.write(file, bytes);
  }

  private void assertSameAsAlone(List<RunRecord> records, String cache) throws IOException {
    for (int index = 0; index < records.size(); index++) {
      assertThat(RecordComparison.sameMeasurements(alone.get(index), records.get(index))).isEmpty();
    }
    assertThat(weights(cache)).isEqualTo(weights("alone"));
  }

  private String weights(String cache) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(cache))) {
      Path hash =
          files
              .filter(file -> file.endsWith("weights.sha256") && isOfProbe(file))
              .findFirst()
              .orElseThrow();
      return Files.readString(hash);
    }
  }

  private boolean isOfProbe(Path file) {
    return file.toString().contains(probe.id());
  }

  private static TrialRunner.Request request(String cache) {
    return new TrialRunner.Request(folder.resolve(cache), 2, false);
  }
}
