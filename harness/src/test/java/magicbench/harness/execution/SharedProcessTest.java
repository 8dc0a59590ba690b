package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.experiment.PreTrainingExperiment;
import magicbench.harness.experiment.StandAloneExperiment;
import magicbench.harness.experiment.SuperNetExperiment;
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
  private Trial lastSuperNet;
  private final List<RunRecord> alone = new ArrayList<>();
  private List<RunRecord> after;

  @BeforeAll
  void run() throws IOException {
    TinyProbe.assumeVocabulary();
    tokenise = TinyProbe.tokenise(TinyProbe.writeText(folder.resolve("text")));
    last = training(StandAloneExperiment.KIND, 7);
    lastReplaced = replaced(7);
    lastSuperNet = superNet(7);
    for (Trial trial : List.of(last, lastReplaced, lastSuperNet)) {
      alone.add(run("alone", trial).get(1));
    }
    after =
        run(
            "after",
            training(StandAloneExperiment.KIND, 1),
            replaced(1),
            superNet(1),
            training(PreTrainingExperiment.KIND, 1),
            last,
            lastReplaced,
            lastSuperNet);
  }

  private Trial superNet(long seed) throws IOException {
    ObjectNode settings = training(StandAloneExperiment.KIND, seed).settings().deepCopy();
    settings.remove("architecture");
    settings.putObject("sampler").put("name", UniformTestMethod.NAME);
    settings.put("selectionBatches", 1);
    settings.putArray("architectures").add("mha.ffn.sep3").add("ffn.ffn.mha");
    settings.putObject("probe").put("bases", 2);
    return Trial.of(SuperNetExperiment.KIND, "some", seed, List.of(tokenise.id()), settings);
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
    assertThat(after.subList(1, 8).stream().map(SharedProcessTest::process).distinct()).hasSize(1);
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
    for (int number = 0; number < alone.size(); number++) {
      assertThat(RecordComparison.sameMeasurements(alone.get(number), after.get(5 + number)))
          .isEmpty();
    }
  }

  @Test
  void their_weights_are_the_same_bit_for_bit() throws IOException {
    for (Trial trial : List.of(last, lastReplaced, lastSuperNet)) {
      assertThat(hash("after", trial)).isEqualTo(hash("alone", trial));
    }
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
