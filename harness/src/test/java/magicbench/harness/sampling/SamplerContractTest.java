package magicbench.harness.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The contract's own tests must fail on samplers that are known to be wrong, and say where. */
final class SamplerContractTest {

  private static final String COVERED = "every_operator_of_every_layer_is_trained";
  private static final String EVEN = "the_operators_of_a_layer_are_trained_equally_often";
  private static final String VARIED = "an_epoch_trains_many_different_paths";
  private static final String COUNTED = "every_step_trains_as_many_paths_as_the_method_says";
  private static final String AT_HOME = "every_path_belongs_to_the_space";
  private static final String RESUMED = "a_resumed_run_goes_on_as_an_uninterrupted_one";
  private static final String REPEATED = "a_seed_repeats_its_run";
  private static final String SEEDED = "two_seeds_train_different_paths";

  @Test
  void nothing_fails_on_uniform_draws() {
    assertThat(failedOn(space -> random -> List.of(space.draw(random)))).isEmpty();
  }

  @Test
  void the_same_paths_all_epoch_fail() {
    assertThat(failedOn(space -> neverCleared(space))).contains(VARIED);
  }

  @Test
  void an_operator_that_is_never_trained_fails() {
    assertThat(failedOn(space -> random -> List.of(space.draw(random).with(3, "b"))))
        .contains(COVERED, EVEN);
  }

  @Test
  void an_operator_that_is_favoured_fails() {
    assertThat(failedOn(space -> random -> List.of(favoured(space, random)))).containsExactly(EVEN);
  }

  @Test
  void a_step_of_two_paths_fails_where_one_is_promised() {
    assertThat(failedOn(space -> random -> List.of(space.draw(random), space.draw(random))))
        .containsExactly(COUNTED);
  }

  @Test
  void a_path_from_elsewhere_fails() {
    assertThat(failedOn(space -> random -> List.of(space.draw(random).with(0, "z"))))
        .contains(AT_HOME);
  }

  @Test
  void a_state_that_is_not_given_away_fails() {
    assertThat(failedOn(SamplerContractTest::oneStepLate)).containsExactly(RESUMED);
  }

  @Test
  void a_draw_that_outlives_its_trial_fails() {
    AtomicInteger calls = new AtomicInteger();
    assertThat(
            failedOn(
                space ->
                    random -> {
                      int letter = calls.getAndIncrement() / 3 % 4;
                      return List.of(space.draw(random).with(0, space.candidates(0).get(letter)));
                    }))
        .contains(REPEATED);
  }

  @Test
  void a_generator_of_its_own_fails() {
    assertThat(
            failedOn(
                space -> {
                  UniformRandomProvider own = new Seeds(3).random("own");
                  return random -> List.of(space.draw(own));
                }))
        .containsExactly(RESUMED, SEEDED);
  }

  private static Function<UniformRandomProvider, List<Architecture>> neverCleared(
      SearchSpace space) {
    List<Architecture> everDrawn = new ArrayList<>();
    return random -> {
      everDrawn.add(space.draw(random));
      return List.of(everDrawn.get(0));
    };
  }

  private static Architecture favoured(SearchSpace space, UniformRandomProvider random) {
    Architecture path = space.draw(random);
    return random.nextInt(4) == 0 ? path.with(2, "a") : path;
  }

  /** Trains every path one step late, so that a resumed run lacks one. */
  private static Function<UniformRandomProvider, List<Architecture>> oneStepLate(
      SearchSpace space) {
    List<Architecture> held = new ArrayList<>();
    return random -> {
      held.add(space.draw(random));
      return List.of(held.size() == 1 ? held.get(0) : held.remove(0));
    };
  }

  private static Iterable<String> failedOn(
      Function<SearchSpace, Function<UniformRandomProvider, List<Architecture>>> script) {
    return FailedTests.of(new Examined(new ScriptedMethod(script)));
  }

  private static final class Examined extends SamplerContract {

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
