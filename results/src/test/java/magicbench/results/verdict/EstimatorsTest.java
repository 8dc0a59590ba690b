package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import magicbench.results.claim.Claim;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;

class EstimatorsTest {

  @Test
  void knows_what_the_claims_name() {
    assertThatCode(() -> Estimators.check(Claims.rises())).doesNotThrowAnyException();
  }

  @Test
  void lists_the_known_kinds_when_one_is_unknown() {
    Claim wrong = Claims.with(Claims.falls(), Claims.metric("mutual-information", "differences"));

    assertThatThrownBy(() -> Estimators.check(wrong))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "claim test.falls: unknown metric kind mutual-information;"
                + " use one of [gain-growth, level, mean-gain, partial-rank-correlation,"
                + " rank-agreement-gain, rank-correlation, task-gain]");
  }

  @Test
  void lists_the_known_controls_when_one_is_unknown() {
    Claim wrong = Claims.withControls(Claims.falls(), "placebo");

    assertThatThrownBy(() -> Estimators.check(wrong))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "claim test.falls: unknown control placebo;"
                + " use one of [independent-batches, same-child-twice, shuffled-cause]");
  }

  @Test
  void lists_the_known_trend_tests_when_one_is_unknown() {
    Claim wrong = Claims.withTrend(Claims.falls(), "cuzick");

    assertThatThrownBy(() -> Estimators.check(wrong))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("unknown decision.trend cuzick; use one of [none, page]");
  }

  @Test
  void refuses_a_partial_correlation_that_holds_nothing_fixed() {
    Claim wrong =
        Claims.with(Claims.rises(), Claims.metric("partial-rank-correlation", "inputSimilarity"));

    assertThatThrownBy(() -> Estimators.check(wrong))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("name at least one column to hold fixed");
  }

  @Test
  void refuses_a_plain_correlation_that_holds_something_fixed() {
    Claim wrong =
        Claims.with(
            Claims.rises(), Claims.metric("rank-correlation", "inputSimilarity", "differences"));

    assertThatThrownBy(() -> Estimators.check(wrong))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("leave heldFixed empty");
  }
}
