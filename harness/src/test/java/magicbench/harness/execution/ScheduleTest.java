package magicbench.harness.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleTest {

  @TempDir Path cache;

  private final Listening listening = new Listening();

  @Test
  void returns_the_records_in_the_plans_order() {
    Trial first = ScriptedPlan.trial("succeed", 2);
    Trial second = ScriptedPlan.trial("succeed", 3, first);

    List<RunRecord> records = run(false, first, second);

    assertThat(records)
        .extracting(record -> record.metrics().get("seedSquared"))
        .containsExactly(4.0, 9.0);
  }

  @Test
  void runs_nothing_twice() {
    Trial trial = ScriptedPlan.trial("succeed", 1);
    run(false, trial);

    Listening second = new Listening();
    new InProcess().run(ScriptedPlan.of(trial), request(false), second);

    assertThat(second.cached()).isEqualTo(1);
    assertThat(second.run()).isEmpty();
  }

  @Test
  void runs_again_when_asked_to() {
    Trial trial = ScriptedPlan.trial("succeed", 1);
    run(false, trial);

    run(true, trial);

    assertThat(listening.run()).containsExactly(trial.id(), trial.id());
  }

  @Test
  void runs_a_failed_trial_again() {
    Trial trial = ScriptedPlan.trial("throw", 1);
    run(false, trial);

    run(false, trial);

    assertThat(listening.run()).containsExactly(trial.id(), trial.id());
  }

  @Test
  void goes_on_after_a_failure_but_not_with_what_needs_it() {
    Trial broken = ScriptedPlan.trial("throw", 1);
    Trial dependent = ScriptedPlan.trial("succeed", 2, broken);
    Trial other = ScriptedPlan.trial("succeed", 3);

    List<RunRecord> records = run(false, broken, dependent, other);

    assertThat(records)
        .extracting(RunRecord::outcome)
        .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.COMPLETED);
    assertThat(records.get(1).note()).contains(broken.id()).contains("scripted failure");
  }

  @Test
  void tells_of_an_input_fault_after_the_other_trials_ran() {
    Trial wrong = ScriptedPlan.trial("input-fault", 1);
    Trial other = ScriptedPlan.trial("succeed", 2);

    assertThatThrownBy(() -> run(false, wrong, other))
        .isInstanceOf(InputException.class)
        .hasMessage("script: is wrong; correct it");

    assertThat(listening.run()).contains(other.id());
  }

  @Test
  void keeps_a_divergence_as_a_result() {
    assertThat(run(false, ScriptedPlan.trial("diverge", 1)))
        .extracting(RunRecord::outcome)
        .containsExactly(Outcome.DIVERGED);
  }

  @Test
  void refuses_a_plan_that_lists_a_trial_before_its_need() {
    Trial first = ScriptedPlan.trial("succeed", 1);
    Trial second = ScriptedPlan.trial("succeed", 2, first);

    assertThatThrownBy(() -> run(false, second, first))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(first.id());
  }

  @Test
  void runs_a_trial_again_whose_record_is_cut_off() throws Exception {
    Trial trial = ScriptedPlan.trial("succeed", 1);
    run(false, trial);
    try (var files = Files.walk(cache)) {
      Path record = files.filter(file -> file.endsWith("record.json")).findFirst().orElseThrow();
      Files.writeString(record, "{\"record\": {");
    }

    run(false, trial);

    assertThat(listening.run()).hasSize(2);
    assertThat(listening.messages()).anyMatch(line -> line.startsWith("warning: "));
  }

  @Test
  void forgets_at_the_next_run_what_a_killed_process_left_of_a_finished_trial() throws Exception {
    Trial trial = ScriptedPlan.trial("succeed", 1);
    run(false, trial);
    Path record;
    try (var files = Files.walk(cache)) {
      record = files.filter(file -> file.endsWith("record.json")).findFirst().orElseThrow();
    }
    Path work = Files.createDirectories(record.resolveSibling("work"));
    Files.writeString(work.resolve("checkpoint.safetensors"), "old");

    run(false, trial);

    assertThat(work).doesNotExist();
    assertThat(record).exists();
    assertThat(listening.run()).hasSize(1);
  }

  private List<RunRecord> run(boolean recompute, Trial... trials) {
    return new InProcess().run(ScriptedPlan.of(trials), request(recompute), listening);
  }

  private TrialRunner.Request request(boolean recompute) {
    return new TrialRunner.Request(cache, 1, recompute);
  }
}
