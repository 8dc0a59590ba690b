package magicbench.harness.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.junit.jupiter.api.Test;

/**
 * The contract kit of path samplers: a method's test extends it and names the method.
 *
 * <p>Seeds are fixed, so a verdict never changes by chance. {@link FailedTests} shows that a fault
 * put in on purpose is caught.
 */
public abstract class SamplerContract {

  private static final long SEED = 11;
  private static final int STEPS = 2_000;

  /**
   * The method under test.
   *
   * @return the method
   */
  protected abstract SamplingMethod method();

  /**
   * Its settings.
   *
   * @return an object; empty for the defaults
   */
  protected JsonNode settings() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * The space it draws from.
   *
   * @return 6 layers of 4 operators unless overridden
   */
  protected SearchSpace space() {
    return new LetterSpace(6, 4);
  }

  /**
   * Every how many steps two draws are as good as independent: 1, or a chain's mixing time.
   *
   * @return at least 1
   */
  protected int mixingSteps() {
    return 1;
  }

  /**
   * How many paths every step trains.
   *
   * @return at least 1; 1 unless overridden
   */
  protected int pathsPerStep() {
    return 1;
  }

  /**
   * How many of a step's paths, its first, are no draws; whether they are what the method says is
   * for the method's own contract to test.
   *
   * @return 0 unless overridden
   */
  protected int fixedPathsPerStep() {
    return 0;
  }

  /**
   * The examination that the tests below make.
   *
   * @return of 2,000 steps
   */
  protected final SamplerConformance conformance() {
    return new SamplerConformance(method(), settings(), space(), STEPS, fixedPathsPerStep());
  }

  /**
   * The laws of single steps, looked at over one such run.
   *
   * @return of a run of 2,000 steps
   */
  protected final PathLaws laws() {
    return new PathLaws(conformance().run(SEED), space());
  }

  @Test
  void every_path_belongs_to_the_space() {
    assertThat(conformance().strangers(SEED)).isEmpty();
  }

  @Test
  void every_step_trains_as_many_paths_as_the_method_says() {
    assertThat(laws().miscounts(pathsPerStep())).isEmpty();
  }

  @Test
  void every_operator_of_every_layer_is_trained() {
    assertThat(conformance().uncovered(SEED)).isEmpty();
  }

  @Test
  void the_operators_of_a_layer_are_trained_equally_often() {
    assertThat(conformance().unevenness(SEED, mixingSteps())).isEmpty();
  }

  @Test
  void an_epoch_trains_many_different_paths() {
    assertThat(conformance().repetition(SEED)).isEmpty();
  }

  @Test
  void a_resumed_run_goes_on_as_an_uninterrupted_one() {
    assertThat(conformance().forgetfulness(SEED)).isEmpty();
  }

  @Test
  void a_seed_repeats_its_run() {
    List<List<Architecture>> first = conformance().run(SEED);
    assertThat(conformance().run(SEED)).isEqualTo(first);
  }

  @Test
  void two_seeds_train_different_paths() {
    List<List<Architecture>> first = conformance().run(SEED);
    assertThat(conformance().run(SEED + 1)).isNotEqualTo(first);
  }
}
