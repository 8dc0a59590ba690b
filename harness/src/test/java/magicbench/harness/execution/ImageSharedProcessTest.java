package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import magicbench.results.file.Json;
import magicbench.results.plan.Trial;
import magicbench.results.record.RecordComparison;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Trials of images that follow others in one process measure what they measure alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageSharedProcessTest {

  @TempDir static Path folder;

  private static final List<Trial> LAST =
      List.of(
          TinyImageTrials.superNet(7), TinyImageTrials.standAlone(7), TinyImageTrials.training(7));

  private final List<RunRecord> alone = new ArrayList<>();
  private List<RunRecord> after;

  @BeforeAll
  void run() {
    for (Trial trial : LAST) {
      alone.add(run("alone", List.of(trial)).get(0));
    }
    List<Trial> all =
        new ArrayList<>(
            List.of(
                TinyImageTrials.training(1),
                TinyImageTrials.superNet(1),
                TinyImageTrials.standAlone(1)));
    all.addAll(LAST);
    after = run("after", all);
  }

  /** In order, one worker at a time. */
  private static List<RunRecord> run(String cache, List<Trial> trials) {
    Trial[] all =
        Stream.concat(Stream.of(TinyImageTrials.images()), trials.stream()).toArray(Trial[]::new);
    TrialRunner.Request request = new TrialRunner.Request(folder.resolve(cache), 1, false);
    List<RunRecord> records = new WorkerPool().run(ScriptedPlan.of(all), request, new Listening());
    return records.subList(1, records.size());
  }

  @Test
  void they_do_follow_each_other_in_one_process() {
    assertThat(after.stream().map(ImageSharedProcessTest::process).distinct()).hasSize(1);
  }

  private static long process(RunRecord record) {
    try {
      List<String> lines = Files.readAllLines(file("after", record.trial(), "attempts.jsonl"));
      return Json.json().readValue(lines.get(0), Attempt.class).process();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(String cache, Trial trial, String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(cache).resolve("trials"))) {
      return files
          .filter(file -> file.toString().contains(trial.id()))
          .filter(file -> file.toString().endsWith(end))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void the_last_ones_measure_what_they_do_alone() {
    for (int number = 0; number < LAST.size(); number++) {
      assertThat(RecordComparison.sameMeasurements(alone.get(number), after.get(3 + number)))
          .isEmpty();
    }
  }

  @Test
  void another_seed_measures_something_else() {
    assertThat(RecordComparison.sameMeasurements(after.get(0), after.get(5))).isNotEmpty();
  }

  @Test
  void a_super_net_s_weights_are_the_same_bit_for_bit() throws IOException {
    assertThat(Files.readString(file("after", LAST.get(0), ".sha256")))
        .isEqualTo(Files.readString(file("alone", LAST.get(0), ".sha256")));
  }
}
