package magicbench.baselines.shrinking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import magicbench.harness.sampling.LetterSpace;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.space.Architecture;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShrinkingMethodTest extends ShrinkingContract {

  @Override
  protected SamplingMethod method() {
    return new ShrinkingMethod();
  }

  private static ObjectNode own(int bins, int paths, int survivors) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("bins", bins)
        .put("pathsPerBin", paths)
        .put("survivorsPerBin", survivors);
  }

  private static PathSampler begun(ObjectNode settings, long steps) {
    PathSampler sampler = new ShrinkingMethod().create(new LetterSpace(3, 2), settings);
    sampler.begin(new Seeds(1), steps);
    return sampler;
  }

  @Test
  void with_the_published_numbers_eight_reviews_lead_from_2000_to_10() {
    Shrinkage published = new Shrinkage(10, 2_000, 10, 3);
    assertThat(published.reviews()).isEqualTo(8);
    assertThat(Stream.iterate(2_000, published::kept).limit(9))
        .containsExactly(2_000, 1_000, 500, 250, 125, 62, 31, 15, 10);
  }

  @Test
  void the_epochs_of_a_run_are_equal() {
    Shrinkage shrinkage = new Shrinkage(1, 8, 2, 1); // two reviews, so four epochs
    assertThat(Stream.of(0, 9, 18, 19, 28, 29, 30, 39).map(step -> shrinkage.due(step, 40)))
        .containsExactly(0, 0, 0, 1, 1, 2, 2, 2);
  }

  @Test
  void a_run_shorter_than_its_epochs_makes_all_reviews_at_once() {
    PathSampler sampler = begun(own(1, 8, 2), 1);
    sampler.stepped(0, child -> 0);
    assertThat(sampler.survivors().orElseThrow()).hasSize(2);
  }

  @Test
  void a_space_smaller_than_its_bins_is_reviewed_whole() {
    List<Architecture> measured = new ArrayList<>();
    begun(own(2, 100, 50), 1)
        .stepped(
            0,
            child -> {
              measured.add(child);
              return 0;
            });
    assertThat(measured).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void a_loss_that_is_no_number_is_the_worst() {
    PathSampler sampler = begun(own(1, 8, 4), 1);
    sampler.stepped(0, child -> child.operators().get(0).equals("a") ? Double.NaN : 1);
    assertThat(sampler.survivors().orElseThrow())
        .hasSize(4)
        .allMatch(child -> child.operators().get(0).equals("b"));
  }

  @Test
  void its_state_names_who_is_left() {
    PathSampler sampler = begun(own(1, 8, 1), 1);
    sampler.stepped(0, child -> child.toString().equals("b.a.b") ? 0 : 1);
    assertThat(sampler.state()).isEqualTo("{\"reviews\":3,\"bins\":[[\"b.a.b\"]]}");
  }

  @Test
  void reviews_nothing_before_it_was_told_of_the_run() {
    PathSampler sampler = new ShrinkingMethod().create(space(), settings());
    assertThatThrownBy(() -> sampler.stepped(0, child -> 0))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a run of 0 steps");
  }

  @ParameterizedTest
  @CsvSource({
    "bins, 0",
    "pathsPerBin, 1",
    "survivorsPerBin, 0",
    "survivorsPerBin, 2000",
    "warmEpochs, -1",
    "blocks, 4"
  })
  void refuses_a_setting_by_its_name(String name, int value) {
    ObjectNode wrong = JsonNodeFactory.instance.objectNode().put(name, value);
    assertThatThrownBy(() -> method().create(space(), wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void refuses_more_child_models_than_memory_should_hold() {
    ObjectNode wrong = own(1_000, 10_000, 10);
    assertThatThrownBy(() -> method().create(space(), wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bins = 1000 and pathsPerBin = 10000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "seven",
        "{\"reviews\":-1,\"bins\":[]}",
        "{\"reviews\":0,\"bins\":[[\"a.a.a\"]]}",
        "{\"reviews\":1,\"bins\":[]}",
        "{\"reviews\":1}",
        "{\"reviews\":1,\"bins\":[[\"a.a.z\"]]}"
      })
  void refuses_a_state_that_is_none(String state) {
    PathSampler sampler = begun(own(1, 8, 2), 10);
    assertThatThrownBy(() -> sampler.restore(state)).isInstanceOf(IllegalArgumentException.class);
    assertThat(sampler.survivors()).isEmpty();
  }

  @Test
  void is_found_by_name() {
    assertThat(ServiceLoader.load(SamplingMethod.class))
        .extracting(SamplingMethod::name)
        .contains("shrinking");
  }
}
