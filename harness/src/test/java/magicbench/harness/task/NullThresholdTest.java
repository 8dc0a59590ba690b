package magicbench.harness.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import magicbench.harness.task.NullThreshold.Known;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NullThresholdTest {

  @Test
  void lies_half_way_between_what_has_an_answer_and_what_has_none() {
    List<Known> known = List.of(new Known(-3, 1, 0), new Known(-1, 1, 0), new Known(2, 0, 1));

    assertThat(NullThreshold.best(known)).isEqualTo(0.5);
  }

  @Test
  void is_infinite_where_every_question_has_an_answer() {
    assertThat(NullThreshold.best(List.of(new Known(5, 1, 0), new Known(-5, 0, 0))))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void leaves_nothing_answered_where_no_question_has_an_answer() {
    double threshold = NullThreshold.best(List.of(new Known(-7, 0, 1)));

    assertThat(new ReadingAnswer("x", -7).given(threshold)).isEmpty();
  }

  @Provide
  Arbitrary<List<Known>> knowns() {
    return Combinators.combine(
            Arbitraries.integers().between(-4, 4),
            Arbitraries.of(0.0, 0.5, 1.0),
            Arbitraries.of(0.0, 1.0))
        .as((noAnswer, answered, unanswered) -> new Known(noAnswer, answered, unanswered))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property
  void no_other_threshold_scores_higher(@ForAll("knowns") List<Known> known) {
    double best = score(known, NullThreshold.best(known));
    double highest =
        DoubleStream.concat(
                DoubleStream.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
                Stream.iterate(-4.5, at -> at + 1).limit(10).mapToDouble(at -> at))
            .map(threshold -> score(known, threshold))
            .max()
            .orElseThrow();
    assertThat(best).isCloseTo(highest, within(1e-9));
  }

  private static double score(List<Known> known, double threshold) {
    return known.stream()
        .mapToDouble(
            each ->
                new ReadingAnswer("x", each.noAnswer()).given(threshold).isEmpty()
                    ? each.unanswered()
                    : each.answered())
        .sum();
  }
}
