package magicbench.baselines.sandwich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BiFunction;
import magicbench.harness.sampling.FailedTests;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.ScriptedMethod;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The contract must fail on samplers that leave a slice of the sandwich out. */
final class SandwichContractTest {

  private static final String LARGEST = "the_largest_path_comes_first_at_every_step";
  private static final String SMALLEST = "the_smallest_path_comes_second_at_every_step";

  private static final Architecture ALL_A = Architecture.parse("a.a.a.a.a.a");
  private static final Architecture ALL_D = Architecture.parse("d.d.d.d.d.d");

  @Test
  void nothing_fails_on_the_method_itself() {
    assertThat(FailedTests.of(new Examined(new SandwichMethod()))).isEmpty();
  }

  @Test
  void random_paths_only_fail() {
    assertThat(
            failedOn(
                (space, random) ->
                    List.of(
                        space.draw(random),
                        space.draw(random),
                        space.draw(random),
                        space.draw(random))))
        .containsExactly(LARGEST, SMALLEST);
  }

  @Test
  void a_smallest_path_that_teaches_fails() {
    assertThat(
            failedOn(
                (space, random) -> List.of(ALL_A, ALL_D, space.draw(random), space.draw(random))))
        .containsExactly(LARGEST, SMALLEST);
  }

  @Test
  void random_paths_that_favour_the_largest_operator_fail() {
    assertThat(
            failedOn(
                (space, random) ->
                    List.of(
                        ALL_D,
                        ALL_A,
                        space.draw(random),
                        space.draw(random).with(random.nextInt(6), "d"))))
        .containsExactly("the_operators_of_a_layer_are_trained_equally_often");
  }

  @Test
  void random_paths_that_are_always_the_same_fail() {
    assertThat(failedOn((space, random) -> List.of(ALL_D, ALL_A, ALL_A, ALL_D)))
        .contains("an_epoch_trains_many_different_paths");
  }

  private static Iterable<String> failedOn(
      BiFunction<SearchSpace, UniformRandomProvider, List<Architecture>> draw) {
    return FailedTests.of(new Examined(ScriptedMethod.of(draw)));
  }

  private static final class Examined extends SandwichContract {

    private final SamplingMethod method;

    Examined(SamplingMethod method) {
      this.method = method;
    }

    @Override
    protected SamplingMethod method() {
      return method;
    }
  }
}
