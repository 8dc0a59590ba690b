package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import magicbench.harness.experiment.TrialResult;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  private static final Fingerprint FINGERPRINT =
      new Fingerprint("a".repeat(64), "b".repeat(64), "engine 1", "random 1", "amd64", "cpu", 1);

  @TempDir Path cache;

  private final Trial trial = ScriptedPlan.trial("succeed", 1);
  private final List<String> warnings = new ArrayList<>();

  @Test
  void reuses_a_completed_record() {
    TrialFolder folder = folder(FINGERPRINT);
    RunRecord record = record(Outcome.COMPLETED);

    folder.save(record);

    assertThat(folder.reusable(warnings::add)).contains(record);
  }

  @Test
  void reuses_a_diverged_record_because_divergence_is_a_result() {
    TrialFolder folder = folder(FINGERPRINT);

    folder.save(record(Outcome.DIVERGED));

    assertThat(folder.reusable(warnings::add)).isPresent();
  }

  @Test
  void does_not_reuse_a_failed_record() {
    TrialFolder folder = folder(FINGERPRINT);

    folder.save(record(Outcome.FAILED));

    assertThat(folder.reusable(warnings::add)).isEmpty();
  }

  @Test
  void keeps_what_was_made_under_other_conditions_apart() {
    folder(FINGERPRINT).save(record(Outcome.COMPLETED));

    Fingerprint other =
        new Fingerprint("c".repeat(64), "b".repeat(64), "engine 1", "random 1", "amd64", "cpu", 1);

    assertThat(folder(other).reusable(warnings::add)).isEmpty();
  }

  @Test
  void does_not_reuse_a_record_whose_artifact_is_gone() throws IOException {
    TrialFolder folder = folder(FINGERPRINT);
    Files.createDirectories(folder.artifact());
    Path tokens = Files.writeString(folder.artifact().resolve("tokens"), "0 1");
    folder.save(record(Outcome.COMPLETED));

    Files.delete(tokens);

    assertThat(folder.reusable(warnings::add)).isEmpty();
  }

  @Test
  void moves_a_truncated_record_aside_and_names_it() throws IOException {
    TrialFolder folder = folder(FINGERPRINT);
    folder.save(record(Outcome.COMPLETED));
    byte[] whole = Files.readAllBytes(folder.record());
    Files.write(folder.record(), Arrays.copyOf(whole, whole.length / 2));

    assertThat(folder.reusable(warnings::add)).isEmpty();

    assertThat(folder.record()).doesNotExist();
    assertThat(warnings).hasSize(1).allMatch(line -> line.contains(folder.record().toString()));
    assertThat(warnings.get(0)).doesNotContain("\n");
  }

  @Test
  void refuses_a_cache_that_is_no_folder() throws IOException {
    Path file = Files.writeString(cache.resolve("file"), "here", StandardCharsets.UTF_8);

    assertThatThrownBy(() -> new Store(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("magicbench.cache");
  }

  @Test
  void clears_all_but_lock_and_log() throws IOException {
    TrialFolder folder = folder(FINGERPRINT);
    folder.save(record(Outcome.COMPLETED));
    Files.createDirectories(folder.artifact());
    Files.writeString(folder.artifact().resolve("tokens"), "0 1");
    Files.writeString(folder.lock(), "1");

    folder.clear();

    try (var left = Files.list(folder.path())) {
      assertThat(left).containsExactly(folder.lock());
    }
  }

  @Test
  void deletes_half_written_files_of_killed_processes_and_nothing_else() throws IOException {
    TrialFolder folder = folder(FINGERPRINT);
    folder.save(record(Outcome.COMPLETED));
    String left = ".tokens.0d7c29a6-5b7d-4b8e-9a53-0b1f0d3b7c11.partial";
    Files.createDirectories(folder.artifact());
    Path inside = Files.writeString(folder.artifact().resolve(left), "half");
    Path beside = Files.writeString(folder.path().resolve(left), "half");
    Path own = Files.writeString(folder.artifact().resolve("notes.partial"), "somebody's");

    folder.sweep();

    assertThat(List.of(inside, beside)).noneMatch(Files::exists);
    assertThat(List.of(own, folder.record())).allMatch(Files::exists);
  }

  @Test
  void keeps_what_a_failed_trial_can_go_on_from() throws IOException {
    TrialFolder folder = folder(FINGERPRINT);
    Path checkpoint = Files.writeString(folder.work().resolve("checkpoint"), "half way");

    folder.tidy(record(Outcome.FAILED));

    assertThat(checkpoint).exists();
  }

  @Test
  void forgets_the_checkpoints_of_a_trial_that_is_over() throws IOException {
    TrialFolder folder = folder(FINGERPRINT);
    Files.writeString(folder.work().resolve("checkpoint"), "half way");

    folder.tidy(record(Outcome.DIVERGED));

    assertThat(folder.path().resolve("work")).doesNotExist();
  }

  private TrialFolder folder(Fingerprint fingerprint) {
    return new Store(cache).folder(trial, fingerprint);
  }

  private RunRecord record(Outcome outcome) {
    TrialResult result =
        new TrialResult(outcome, "", new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), List.of());
    WorkOrder order =
        new WorkOrder(
            trial, "tiny", cache.toString(), FINGERPRINT, new TreeMap<>(), "", false, false);
    return Records.of(
        order, result, "2026-01-01T00:00:00Z", new Provenance.MeasuredCost(1.0, null, null, null));
  }
}
