package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.experiment.PreTrainingExperiment;
import magicbench.harness.experiment.StandAloneExperiment;
import magicbench.results.file.Json;
import magicbench.results.plan.Trial;
import magicbench.results.record.RecordComparison;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trainings that follow others in one process measure what they measure in a process of their own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedProcessTest {

  @TempDir static Path folder;

  private Trial tokenise;
  private Trial last;
  private Trial lastReplaced;
  private RunRecord alone;
  private RunRecord aloneReplaced;
  private List<RunRecord> after;

  @BeforeAll
  void run() throws IOException {
    TinyProbe.assumeVocabulary();
    tokenise = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("text")));
    last = training(StandAloneExperiment.KIND, 7);
    lastReplaced = replaced(7);
    alone = run("alone", last).get(1);
    aloneReplaced = run("alone-replaced", lastReplaced).get(1);
    after =
        run(
            "after",
            training(StandAloneExperiment.KIND, 1),
            replaced(1),
            training(PreTrainingExperiment.KIND, 1),
            last,
            lastReplaced);
  }

  /** Two networks at once, each with a graph of its own. */
  private Trial replaced(long seed) throws IOException {
    ObjectNode settings = training(PreTrainingExperiment.KIND, seed).settings().deepCopy();
    settings.set(
        "objective",
        Json.json()
            .readTree(
                """
                {"name": "replaced-tokens",
                 "settings": {
                   "discriminatorWeight": 50.0,
                   "generatorWeight": 1.0,
                   "generator": {
                     "space": {"layers": 2, "operators": ["mha", "ffn"], "hidden": 4, "heads": 2,
                               "ffnInner": 8, "sepConvExpansion": 0},
                     "architecture": "mha.ffn"}}}
                """));
    return Trial.of(PreTrainingExperiment.KIND, "replaced", seed, List.of(tokenise.id()), settings);
  }

  private Trial training(String kind, long seed) throws IOException {
    ObjectNode probe = (ObjectNode) TinyProbe.settings(20, 0.01, 0.01);
    ObjectNode settings = (ObjectNode) Json.json().readTree("{}");
    Stream.of("device", "space", "text", "training")
        .forEach(field -> settings.set(field, probe.get(field)));
    settings.put("architecture", "mha.ffn.sep3");
    settings.putObject("scoring").put("batches", 1).putArray("trainedShares").add(1.0);
    return Trial.of(kind, "some", seed, List.of(tokenise.id()), settings);
  }

  private List<RunRecord> run(String cache, Trial... trials) {
    Trial[] all = Stream.concat(Stream.of(tokenise), Stream.of(trials)).toArray(Trial[]::new);
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve(cache), 1, false);
    return new WorkerPool().run(ScriptedPlan.of(all), request, new Listening());
  }

  @Test
  void they_do_follow_each_other_in_one_process() {
    assertThat(after.subList(1, 6).stream().map(SharedProcessTest::process).distinct()).hasSize(1);
  }

  private static long process(RunRecord record) {
    try (Stream<Path> files = Files.walk(folder.resolve("after/trials"))) {
      Path attempts =
          files
              .filter(file -> file.endsWith("attempts.jsonl"))
              .filter(file -> file.toString().contains(record.trial().id()))
              .findFirst()
              .orElseThrow();
      return Json.json().readValue(Files.readAllLines(attempts).get(0), Attempt.class).process();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_last_ones_measure_what_they_do_alone() {
    assertThat(RecordComparison.sameMeasurements(alone, after.get(4))).isEmpty();
    assertThat(RecordComparison.sameMeasurements(aloneReplaced, after.get(5))).isEmpty();
  }

  @Test
  void their_weights_are_the_same_bit_for_bit() throws IOException {
    assertThat(hash("after", last)).isEqualTo(hash("alone", last));
    assertThat(hash("after", lastReplaced)).isEqualTo(hash("alone-replaced", lastReplaced));
  }

  private static String hash(String cache, Trial trial) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(cache).resolve("trials"))) {
      Path weights =
          files
              .filter(file -> file.toString().contains(trial.id()))
              .filter(file -> file.toString().endsWith(".sha256"))
              .findFirst()
              .orElseThrow();
      return Files.readString(weights);
    }
  }
}
