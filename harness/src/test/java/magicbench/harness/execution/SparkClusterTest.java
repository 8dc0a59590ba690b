package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.RecordComparison;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real Spark cluster gives the records that this process gives, whatever dies meanwhile. */
@Tag("cluster")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SparkClusterTest {

  private static final long STEPS = 60;

  @TempDir static Path folder;

  private SparkCluster cluster;
  private Trial tokenise;
  private Trial probe;
  private Plan plan;
  private List<RunRecord> alone;

  @BeforeAll
  void startCluster() throws Exception {
    cluster = SparkCluster.start(folder.resolve("cluster"), 2);
    tokenise = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("text")));
    probe = TinyProbe.probe(tokenise, 11, STEPS);
    plan = ScriptedPlan.of(tokenise, probe);
    alone = new InProcess().run(plan, request("alone", 1), new Listening());
  }

  @AfterAll
  void stopCluster() throws Exception {
    cluster.close();
  }

  @Test
  void measures_the_same_and_names_host_and_executor() throws Exception {
    List<RunRecord> records = cluster.runner().run(plan, request("same", 2), new Listening());

    assertSameAsAlone(records);
    assertThat(records)
        .extracting(record -> record.provenance().place())
        .extracting(Provenance.Place::host)
        .containsOnly("127.0.0.1");
    assertThat(folder.resolve("same/runs")).isEmptyDirectory();
  }

  @Test
  void goes_on_from_the_last_checkpoint_of_a_killed_executor() throws Exception {
    Listening listening = new Listening();
    System.setProperty(UniformTestMethod.HANG, "40");
    CompletableFuture<List<RunRecord>> run = begin(plan, "killed", 2, listening);
    SparkCluster.await(
        "step 40", () -> listening.messages().stream().anyMatch(line -> line.contains("step 40")));
    System.clearProperty(UniformTestMethod.HANG);
    dropFromArguments("killed", UniformTestMethod.HANG);
    cluster.killBusyExecutor();

    assertSameAsAlone(run.get(2, TimeUnit.MINUTES));
    assertThat(listening.messages()).contains("going on from step 35");
    assertLossIsNamed(listening, probe, "killed");
  }

  @Test
  void runs_elsewhere_what_a_machine_held_that_never_comes_back() throws Exception {
    Path go = folder.resolve("gone.go");
    Trial waiting = ScriptedPlan.waiting(go);
    Listening listening = new Listening();
    try (SparkCluster own = SparkCluster.start(folder.resolve("gone-cluster"), 2)) {
      String url = own.url();
      CompletableFuture<List<RunRecord>> run =
          CompletableFuture.supplyAsync(
              () ->
                  SparkCluster.runner(url, Map.of())
                      .run(ScriptedPlan.of(waiting), request("gone", 2), listening));
      SparkCluster.await("the trial", () -> listening.messages().contains("scripted"));
      own.killBusyMachine();
      Files.createFile(go);

      assertThat(run.get(2, TimeUnit.MINUTES))
          .extracting(RunRecord::outcome)
          .containsExactly(Outcome.COMPLETED);
    }
    assertLossIsNamed(listening, waiting, "gone");
  }

  @Test
  void runs_nothing_twice_for_two_drivers_on_one_store() throws Exception {
    Path go = folder.resolve("two.go");
    Plan shared =
        ScriptedPlan.of(
            ScriptedPlan.waiting(go),
            ScriptedPlan.trial("succeed", 5),
            ScriptedPlan.trial("succeed", 6));
    Listening first = new Listening();
    Listening second = new Listening();
    CompletableFuture<List<RunRecord>> one = begin(shared, "two", 1, first);
    CompletableFuture<List<RunRecord>> other = begin(shared, "two", 1, second);
    SparkCluster.await(
        "one waits for the other",
        () ->
            Stream.concat(first.messages().stream(), second.messages().stream())
                .anyMatch(line -> line.endsWith("; waiting")));
    Files.createFile(go);

    assertThat(one.get(2, TimeUnit.MINUTES)).isEqualTo(other.get(2, TimeUnit.MINUTES));
    assertThat(Stream.concat(first.run().stream(), second.run().stream()))
        .containsExactlyInAnyOrderElementsOf(shared.trials().stream().map(Trial::id).toList());
  }

  @Test
  void ends_with_trial_and_host_where_the_store_becomes_read_only() throws Exception {
    Path go = folder.resolve("sealed.go");
    Trial waiting = ScriptedPlan.waiting(go);
    Listening listening = new Listening();
    CompletableFuture<List<RunRecord>> run =
        begin(ScriptedPlan.of(waiting), "sealed", 1, listening);
    SparkCluster.await("the trial", () -> listening.messages().contains("scripted"));

    try (SealedFolder store = SealedFolder.of(folder.resolve("sealed"))) {
      Files.createFile(go);

      assertThatThrownBy(() -> run.get(2, TimeUnit.MINUTES))
          .hasRootCauseInstanceOf(InputException.class)
          .hasMessageContaining("trial " + waiting.id())
          .hasMessageContaining("on host 127.0.0.1, executor ")
          .hasMessageContaining(store.path().toString());
    }
  }

  @Test
  void goes_on_where_a_killed_run_stopped() throws Exception {
    Path go = folder.resolve("again.go");
    Trial done = ScriptedPlan.trial("succeed", 7);
    Trial waiting = ScriptedPlan.waiting(go, done);
    Process killed = SparkRun.start(cluster.url(), folder.resolve("again"), go);
    SparkCluster.await("the second trial", () -> hasBegun("again", waiting));
    killed.destroyForcibly().onExit().join();
    Files.createFile(go);

    Listening listening = new Listening();
    List<RunRecord> records =
        runner().run(ScriptedPlan.of(done, waiting), request("again", 2), listening);

    assertThat(records).extracting(RunRecord::outcome).containsOnly(Outcome.COMPLETED);
    assertThat(listening.cached()).isEqualTo(1);
    SparkCluster.await("no executor is left", () -> cluster.executors().isEmpty());
  }

  @Test
  void gives_a_trial_that_asks_for_a_gpu_the_one_that_spark_chose() throws Exception {
    Path script = folder.resolve("gpus.sh");
    Files.writeString(script, "#!/bin/sh\necho '{\"name\": \"gpu\", \"addresses\": [\"3\"]}'\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    String gpus =
        "-Dspark.worker.resource.gpu.amount=1 -Dspark.worker.resource.gpu.discoveryScript="
            + script;
    Plan both = ScriptedPlan.of(ScriptedPlan.trial("succeed", 1), ScriptedPlan.trial("gpu", 2));
    try (SparkCluster own = SparkCluster.start(folder.resolve("gpu-cluster"), 1, gpus)) {
      List<RunRecord> records =
          SparkCluster.runner(own.url(), Map.of("spark.executor.resource.gpu.amount", "1"))
              .run(both, request("gpu", 1), new Listening());

      assertThat(records)
          .extracting(record -> record.metrics().get("gpu"))
          .containsExactly(null, 3.0);
      assertThat(records.get(1).provenance().engine().device()).isEqualTo("gpu");
    }
  }

  @Test
  void fails_a_trial_that_asks_a_cluster_without_gpus_for_one() throws Exception {
    RunRecord record =
        runner()
            .run(
                ScriptedPlan.of(ScriptedPlan.trial("gpu", 1)),
                request("no-gpu", 1),
                new Listening())
            .get(0);

    assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(record.note()).contains("--conf spark.executor.resource.gpu.amount=1");
  }

  /** Spark asks three times, for twenty seconds each. */
  @Test
  void ends_with_what_is_wrong_where_no_master_answers() {
    TrialRunner nowhere = SparkCluster.runner("spark://127.0.0.1:1", Map.of());

    assertThatThrownBy(() -> nowhere.run(plan, request("nowhere", 1), new Listening()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the cluster can't be reached or gave the run up")
        .hasMessageContaining("its log is " + folder.resolve("nowhere/runs"));
  }

  @Test
  void keeps_everything_in_a_store_that_no_executor_sees_as_a_folder() throws Exception {
    Map<String, String> apart =
        Map.of(
            "store", folder.resolve("url-store").toUri().toString(),
            "executor-cache", folder.resolve("url-executors").toString());
    Listening listening = new Listening();

    List<RunRecord> records =
        SparkCluster.runner(cluster.url(), apart).run(plan, request("url", 2), listening);
    deleteAll(folder.resolve("url-executors"));
    Listening again = new Listening();
    List<RunRecord> known =
        SparkCluster.runner(cluster.url(), apart).run(plan, request("url-again", 2), again);

    assertSameAsAlone(records);
    assertThat(known).isEqualTo(records);
    assertThat(again.run()).isEmpty();
    assertThat(folder.resolve("url-store/trials").resolve(probe.id()))
        .isDirectoryRecursivelyContaining("glob:**/artifact/**");
  }

  @Test
  void goes_on_from_a_checkpoint_that_another_machine_took_to_the_store() throws Exception {
    Map<String, String> apart =
        Map.of(
            "store", folder.resolve("moved-store").toUri().toString(),
            "executor-cache", folder.resolve("moved-executors").toString());
    System.setProperty("magicbench.spark.saveSeconds", "1");
    System.setProperty(UniformTestMethod.HANG, "40");
    Listening listening = new Listening();
    TrialRunner runner = SparkCluster.runner(cluster.url(), apart);
    CompletableFuture<List<RunRecord>> run =
        CompletableFuture.supplyAsync(() -> runner.run(plan, request("moved", 2), listening));
    SparkCluster.await(
        "a checkpoint", () -> holds(folder.resolve("moved-store"), "checkpoint.safetensors"));
    SparkCluster.await(
        "step 40", () -> listening.messages().stream().anyMatch(line -> line.contains("step 40")));
    SparkCluster.await(
        "the checkpoint of step 35",
        () -> holds(folder.resolve("moved-store"), "progress-35.json"));
    System.clearProperty(UniformTestMethod.HANG);
    System.clearProperty("magicbench.spark.saveSeconds");
    dropFromArguments("moved-store", UniformTestMethod.HANG);
    deleteAll(folder.resolve("moved-executors"));
    cluster.killBusyExecutor();

    assertSameAsAlone(run.get(2, TimeUnit.MINUTES));
    assertThat(listening.messages()).contains("going on from step 35");
  }

  private static boolean holds(Path store, String name) throws IOException {
    if (!Files.exists(store)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(store)) {
      return files.anyMatch(file -> file.endsWith(name) && file.toString().contains("checkpoint-"));
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static void deleteAll(Path gone) throws IOException {
    try (Stream<Path> files = Files.walk(gone)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static boolean hasBegun(String cache, Trial trial) throws IOException {
    Path trials = folder.resolve(cache).resolve("trials").resolve(trial.id());
    if (!Files.exists(trials)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(trials)) {
      return files.anyMatch(file -> file.endsWith("attempts.jsonl"));
    }
  }

  private CompletableFuture<List<RunRecord>> begin(
      Plan asked, String cache, int workers, Listening listening) {
    return CompletableFuture.supplyAsync(
        () -> runner().run(asked, request(cache, workers), listening));
  }

  private TrialRunner runner() {
    try {
      return cluster.runner();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The workers that are started from now on don't get a system property. */
  private static void dropFromArguments(String cache, String property) throws Exception {
    Path arguments = find(cache, "worker.args");
    List<String> kept =
        Files.readAllLines(arguments).stream().filter(line -> !line.contains(property)).toList();
    Files.write(arguments, kept);
    Files.deleteIfExists(arguments.resolveSibling(".worker.args.crc")); // Hadoop's, of the old text
  }

  private static Path find(String cache, String name) throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve(cache))) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private static void assertLossIsNamed(Listening listening, Trial trial, String cache)
      throws Exception {
    assertThat(listening.messages())
        .anyMatch(
            line ->
                line.startsWith("warning: trial " + trial.id())
                    && line.contains("on host 127.0.0.1, executor "));
    try (Stream<Path> files = Files.walk(folder.resolve(cache))) {
      Path log =
          files
              .filter(file -> file.endsWith("worker.log") && file.toString().contains(trial.id()))
              .findFirst()
              .orElseThrow();
      assertThat(log).content().contains("trial " + trial.id() + ": attempt 0 on host 127.0.0.1");
    }
  }

  private void assertSameAsAlone(List<RunRecord> records) {
    assertThat(records).extracting(RunRecord::note).containsOnly("");
    for (int index = 0; index < records.size(); index++) {
      assertThat(RecordComparison.sameMeasurements(alone.get(index), records.get(index))).isEmpty();
    }
  }

  private static TrialRunner.Request request(String cache, int workers) {
    return new TrialRunner.Request(folder.resolve(cache), workers, false);
  }
}
