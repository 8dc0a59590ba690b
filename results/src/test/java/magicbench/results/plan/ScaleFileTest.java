package magicbench.results.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleFileTest {

  @TempDir private Path folder;

  @Test
  void reads_the_scale() throws IOException {
    Scale scale = PlanFixtures.scale();

    Scale.Experiment probe = scale.experiments().get("interference-probe");
    assertThat(scale.assumedFlopsPerSecond()).isEqualTo(1e9);
    assertThat(probe.seeds()).containsExactly(1L, 2L, 3L);
    assertThat(probe.needs()).containsExactly("tokenise");
    assertThat(probe.settings().get("epsilon").doubleValue()).isEqualTo(1e-6);
  }

  @Test
  void reads_an_exponent_without_a_point_as_a_number() throws IOException {
    Scale scale = read(PlanFixtures.text("scale.yaml").replace("1.0e-6", "1e-6"));

    assertThat(scale).isEqualTo(PlanFixtures.scale());
  }

  /** Each line: a text of the file, what to put there, and what the message must say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name: tiny | nom: tiny | : property 'nom' is not defined",
        "workers: 2 | workers: 0 | /workers: must have a minimum value of 1;",
        "assumedFlopsPerSecond: 1.0e9 | assumedFlopsPerSecond: fast | /assumedFlopsPerSecond: str",
        "[tokenise] | [tokenize] | /experiments/interference-probe/needs: no experiment tokenize; u",
        "[1, 2, 3] | [1, 1] | /experiments/interference-probe/seeds: must have only unique items",
        "[1, 2, 3] | [1.5] | /experiments/interference-probe/seeds/0: number found, integer",
        "settings: {device | setting: {device | /experiments/interference-probe: property 'setting'",
      })
  void names_file_place_and_remedy_of_a_fault(String good, String bad, String message)
      throws IOException {
    String yaml = PlanFixtures.text("scale.yaml").replaceFirst(Pattern.quote(good), bad);

    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("scale.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void scales_are_found_by_the_index_on_the_classpath() throws IOException {
    Files.createDirectories(folder.resolve("META-INF/magicbench"));
    Files.writeString(folder.resolve("META-INF/magicbench/scales"), "a/tiny.yaml\n");
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("a/tiny.yaml"), PlanFixtures.text("scale.yaml"));
    ClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);

    Scales scales = Scales.fromClasspath(loader);

    assertThat(scales.all()).containsExactly(PlanFixtures.scale());
    assertThat(scales.named("tiny")).isEqualTo(PlanFixtures.scale());
  }

  @Test
  void an_unknown_scale_lists_the_known_ones() throws IOException {
    Scales scales = Scales.of(Map.of("tiny.yaml", PlanFixtures.scale()));

    assertThatThrownBy(() -> scales.named("huge"))
        .isInstanceOf(InputException.class)
        .hasMessage("scale huge: no such scale; use one of [tiny]");
  }

  @Test
  void two_scales_of_one_name_are_refused() throws IOException {
    Scale scale = PlanFixtures.scale();

    assertThatThrownBy(() -> Scales.of(Map.of("a.yaml", scale, "b.yaml", scale)))
        .isInstanceOf(InputException.class)
        .hasMessage("b.yaml: there is another scale named tiny; rename one of them");
  }

  @Test
  void a_scale_may_extend_another_and_changes_what_it_names() throws IOException {
    Scale wide = scales(WIDE).named("wide");

    Scale tiny = PlanFixtures.scale();
    assertThat(wide.experiments().get("tokenise")).isEqualTo(tiny.experiments().get("tokenise"));
    assertThat(wide.experiments().get("interference-probe").seeds()).containsExactly(9L);
    assertThat(wide.workers()).isEqualTo(tiny.workers());
    assertThat(wide.truthScale()).isEqualTo("tiny");
    assertThat(tiny.truthScale()).isEqualTo("tiny");
  }

  @Test
  void a_scale_that_extends_another_may_keep_a_truth_of_its_own() throws IOException {
    Scale wide = scales(WIDE + "ownTruth: true\n").named("wide");

    assertThat(wide.truthScale()).isEqualTo("wide");
  }

  @Test
  void a_scale_that_extends_nothing_known_is_refused() {
    assertThatThrownBy(() -> scales(WIDE.replace("extends: tiny", "extends: tin")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "a/wide.yaml /extends: no scale tin that extends none itself; name one of [tiny]");
  }

  @Test
  void studies_are_read() throws IOException {
    String studied =
        WIDE
            + "studies: [{name: s, title: T, setting: x, points: ["
            + "{value: '1', method: a, against: b}, {value: '2', method: c, against: b}]}]\n";

    assertThat(scales(studied).named("wide").studies())
        .singleElement()
        .satisfies(study -> assertThat(study.points().get(1).method()).isEqualTo("c"));
  }

  private static final String WIDE =
      """
      name: wide
      extends: tiny
      statement: Another.
      experiments: {interference-probe: {seeds: [9]}}
      """;

  private Scales scales(String second) throws IOException {
    Files.createDirectories(folder.resolve("META-INF/magicbench"));
    Files.writeString(folder.resolve("META-INF/magicbench/scales"), "a/tiny.yaml\na/wide.yaml\n");
    Files.createDirectories(folder.resolve("a"));
    Files.writeString(folder.resolve("a/tiny.yaml"), PlanFixtures.text("scale.yaml"));
    Files.writeString(folder.resolve("a/wide.yaml"), second);
    return Scales.fromClasspath(new URLClassLoader(new URL[] {folder.toUri().toURL()}, null));
  }

  private static Scale read(String yaml) {
    return ScaleFile.read(
        "scale.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
