package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ClassificationTest {

  /**
   * A published evaluation of BERT on the 408 pairs of MRPC's development set (the model card
   * sgugger/bert-finetuned-mrpc): 279 pairs are equivalent, 266 of them were found, with 44 others.
   */
  private static final int[] MRPC_PREDICTED = classes(266, 44, 13, 85, true);

  private static final int[] MRPC_ACTUAL = classes(266, 44, 13, 85, false);

  private static int[] classes(int hits, int alarms, int misses, int rest, boolean predicted) {
    int[] classes = new int[hits + alarms + misses + rest];
    Arrays.fill(classes, 0, hits, 1);
    int from = predicted ? hits : hits + alarms;
    Arrays.fill(classes, from, from + (predicted ? alarms : misses), 1);
    return classes;
  }

  @Example
  void accuracy_of_the_published_example() {
    assertThat(Classification.accuracy(MRPC_PREDICTED, MRPC_ACTUAL))
        .isCloseTo(0.8602941176470589, within(1e-15));
  }

  @Example
  void f1_of_the_published_example() {
    assertThat(Classification.f1(MRPC_PREDICTED, MRPC_ACTUAL).orElseThrow())
        .isCloseTo(0.9032258064516129, within(1e-15));
  }

  @Example
  void matthews_of_scikit_learn_s_example() {
    int[] actual = {1, 1, 1, 0};
    int[] predicted = {1, 0, 1, 1};
    assertThat(Classification.matthews(predicted, actual).orElseThrow())
        .isCloseTo(-0.33, within(0.005));
  }

  @Property
  void matthews_is_pearson_s_correlation_of_the_classes(
      @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 3) Integer> pairs) {
    int[] predicted = pairs.stream().mapToInt(pair -> pair / 2).toArray();
    int[] actual = pairs.stream().mapToInt(pair -> pair % 2).toArray();
    OptionalDouble pearson = RankCorrelation.pearson(doubles(predicted), doubles(actual));

    OptionalDouble matthews = Classification.matthews(predicted, actual);

    assertThat(matthews.isPresent()).isEqualTo(pearson.isPresent());
    pearson.ifPresent(value -> assertThat(matthews.getAsDouble()).isCloseTo(value, within(1e-12)));
  }

  @Property
  void f1_is_the_harmonic_mean_of_precision_and_recall(
      @ForAll @IntRange(min = 1, max = 50) int hits,
      @ForAll @IntRange(max = 50) int alarms,
      @ForAll @IntRange(max = 50) int misses,
      @ForAll @IntRange(max = 50) int rest) {
    double precision = hits / (double) (hits + alarms);
    double recall = hits / (double) (hits + misses);

    OptionalDouble f1 =
        Classification.f1(
            classes(hits, alarms, misses, rest, true), classes(hits, alarms, misses, rest, false));

    assertThat(f1.orElseThrow()).isCloseTo(2 / (1 / precision + 1 / recall), within(1e-12));
  }

  @Property
  void accuracy_is_the_mean_of_being_right(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 8) Integer> pairs) {
    int[] predicted = pairs.stream().mapToInt(pair -> pair / 3).toArray();
    int[] actual = pairs.stream().mapToInt(pair -> pair % 3).toArray();
    double expected =
        IntStream.range(0, pairs.size())
            .mapToDouble(i -> predicted[i] == actual[i] ? 1 : 0)
            .average()
            .orElseThrow();
    assertThat(Classification.accuracy(predicted, actual)).isCloseTo(expected, within(1e-12));
  }

  private static double[] doubles(int[] values) {
    return Arrays.stream(values).asDoubleStream().toArray();
  }

  @Example
  void a_classifier_that_always_says_the_same_has_no_correlation() {
    assertThat(Classification.matthews(new int[] {1, 1, 1}, new int[] {1, 0, 1})).isEmpty();
  }

  @Example
  void without_any_positive_there_is_no_f1() {
    assertThat(Classification.f1(new int[] {0, 0}, new int[] {0, 0})).isEmpty();
  }

  @Example
  void a_third_class_is_a_mistake() {
    assertThatThrownBy(() -> Classification.matthews(new int[] {2}, new int[] {1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("class 2 is neither 0 nor 1");
  }

  @Example
  void no_examples_are_a_mistake() {
    assertThatThrownBy(() -> Classification.accuracy(new int[0], new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
