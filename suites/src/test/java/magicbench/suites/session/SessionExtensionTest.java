package magicbench.suites.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import magicbench.results.file.InputException;
import magicbench.suites.interference.InterferenceSuite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

final class SessionExtensionTest {

  @Test
  void a_suite_runs_when_all_are_asked_for() {
    assertThat(condition("all").isDisabled()).isFalse();
  }

  @Test
  void a_suite_runs_when_it_is_asked_for() {
    assertThat(condition("interference").isDisabled()).isFalse();
  }

  @Test
  void a_suite_that_nobody_asked_for_is_skipped_and_says_why() {
    ConditionEvaluationResult result = condition("similarity");

    assertThat(result.isDisabled()).isTrue();
    assertThat(result.getReason()).contains("not asked for: -Dsuite=similarity");
  }

  @Test
  void a_suite_that_does_not_exist_is_an_error_rather_than_nothing_to_do() {
    assertThatThrownBy(() -> condition("interferense"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "suite interferense: no such suite; use one of [compression, glue, glue-gain,"
                + " imagenet, interference, ranking, rivals, similarity, squad]");
  }

  @Test
  void a_class_that_asks_nothing_runs() {
    Options options = FakeRunner.options(Path.of("."), "similarity", "smoke");

    assertThat(SessionExtension.condition(options, Optional.of(Object.class)).isDisabled())
        .isFalse();
  }

  private static ConditionEvaluationResult condition(String suite) {
    return SessionExtension.condition(
        FakeRunner.options(Path.of("."), suite, "smoke"), Optional.of(InterferenceSuite.class));
  }
}
