package magicbench.suites.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import magicbench.results.file.InputException;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {

  private static final Scale SCALE =
      Scales.fromClasspath(OptionsTest.class.getClassLoader()).named("paper");

  private static final Path ROOT = Path.of("/work").toAbsolutePath();

  @Test
  void nothing_said_means_every_suite_at_scale_laptop() {
    Options options = options(Map.of());

    assertThat(options.scale()).isEqualTo("laptop");
    assertThat(options.asksFor("interference")).isTrue();
    assertThat(options.recompute()).isFalse();
    assertThat(options.committedTruth()).isTrue();
    assertThat(options.workers()).isEmpty();
  }

  @Test
  void one_suite_asks_for_no_other() {
    Options options = options(Map.of("suite", "similarity"));

    assertThat(options.asksFor("similarity")).isTrue();
    assertThat(options.asksFor("interference")).isFalse();
  }

  @Test
  void two_suites_with_a_comma_ask_for_both_and_no_other() {
    Options options = options(Map.of("suite", "similarity,interference"));

    assertThat(List.of("similarity", "interference")).allMatch(options::asksFor);
    assertThat(options.asksFor("ranking")).isFalse();
  }

  @Test
  void a_run_lies_below_the_root_in_a_folder_of_its_scale() {
    Options options = options(Map.of("magicbench.root", ROOT.toString(), "scale", "smoke"));

    assertThat(options.output()).isEqualTo(ROOT.resolve("target/magicbench/smoke"));
  }

  @Test
  void relative_folders_are_relative_to_the_root() {
    Options options =
        options(
            Map.of(
                "magicbench.root", ROOT.toString(),
                "magicbench.cache", "store",
                "magicbench.text", "books"));

    assertThat(options.cache()).isEqualTo(ROOT.resolve("store"));
    assertThat(options.text()).contains(ROOT.resolve("books"));
  }

  @Test
  void text_of_ones_own_becomes_part_of_the_plan() {
    assertThat(options(Map.of("magicbench.text", "/books")).overrides(SCALE))
        .isNotEqualTo(Overrides.none());
    assertThat(options(Map.of()).overrides(SCALE)).isEqualTo(Overrides.none());
  }

  @Test
  void workers_and_recompute_are_read() {
    Options options = options(Map.of("magicbench.workers", "3", "magicbench.recompute", "true"));

    assertThat(options.workers()).contains(3);
    assertThat(options.recompute()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "two", "1.5", "10000", "1 ", ""})
  void a_senseless_number_of_workers_is_one_line_that_names_the_property(String workers) {
    assertThatThrownBy(() -> options(Map.of("magicbench.workers", workers)))
        .isInstanceOf(InputException.class)
        .hasMessage("-Dmagicbench.workers: is " + workers + "; give a whole number from 1 to 9999");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "TRUE", "1", ""})
  void a_senseless_recompute_is_one_line_that_names_the_property(String recompute) {
    assertThatThrownBy(() -> options(Map.of("magicbench.recompute", recompute)))
        .isInstanceOf(InputException.class)
        .hasMessage("-Dmagicbench.recompute: is " + recompute + "; give true or false");
  }

  @Test
  void committed_truth_can_be_taken_or_not() {
    assertThat(options(Map.of("truth", "committed")).committedTruth()).isTrue();
    assertThat(options(Map.of("truth", "recompute")).committedTruth()).isFalse();
  }

  @Test
  void a_senseless_truth_is_one_line_that_names_the_property() {
    assertThatThrownBy(() -> options(Map.of("truth", "beauty")))
        .isInstanceOf(InputException.class)
        .hasMessage("-Dtruth: is beauty; give committed or recompute");
  }

  private static Options options(Map<String, String> properties) {
    return Options.from(
        name -> Optional.ofNullable(properties.get(name)), name -> Optional.empty());
  }
}
