package magicbench.harness.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.MobileSettings;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.own.MacroTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Six entries in the table's form: sizes as published, accuracies made up. */
class MacroSpaceTest {

  private static final String EXCERPT = "nas-bench-macro-excerpt-accuracies-made-up.json";

  @TempDir private Path folder;

  private MacroTruth read(UnaryOperator<String> change) throws IOException {
    Path file = folder.resolve(EXCERPT);
    try (InputStream in = MacroSpaceTest.class.getResourceAsStream(EXCERPT)) {
      Files.copy(Objects.requireNonNull(in, EXCERPT), file);
    }
    Files.writeString(file, change.apply(Files.readString(file)));
    return MacroTruth.read(file);
  }

  private Map<Architecture, MacroTruth.Entry> truth() throws IOException {
    return MacroSpace.truth(read(text -> text));
  }

  @Test
  void the_table_s_child_models_are_known_by_their_operators() throws IOException {
    MacroTruth.Entry entry =
        truth().get(Architecture.parse("k3e3.skip.k5e6.k5e6.skip.k5e6.k3e3.k5e6"));

    assertThat(entry.key()).isEqualTo("10220212");
    assertThat(entry.accuracies()).containsExactly(88.5, 89.0, 88.0);
  }

  @Test
  void parameters_and_multiply_adds_are_the_table_s() throws IOException {
    assertThat(truth()).hasSize(6);
  }

  @Test
  void a_table_of_other_networks_is_refused() {
    assertThatThrownBy(() -> MacroSpace.truth(read(text -> text.replace("2932586", "2932587"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            " /22222222: has 2932587 parameters and 105660928 multiply-adds, its network 2932586"
                + " and 105660928; take NAS-Bench-Macro as published");
  }

  @Test
  void the_identity_is_a_convolution_where_a_stage_begins_and_nothing_elsewhere() {
    assertThat(
            List.of(
                MacroSpace.settings().space().parameters(0, "project"),
                MacroSpace.settings().space().parameters(1, "skip")))
        .containsExactly(32L * 64 + 2 * 64, 0L);
  }

  @Test
  void every_key_is_a_child_model_and_every_child_model_a_key() {
    assertThat(MacroSpace.settings().space().size()).isEqualTo(BigInteger.valueOf(6561));
  }

  @Test
  void the_readme_spells_the_space_as_it_is() throws IOException {
    String readme =
        Files.readString(Path.of(System.getProperty("magicbench.root"), "harness/README.md"));
    String yaml = readme.split("```yaml\n", -1)[1].split("```", -1)[0];

    assertThat(Json.yaml().readValue(yaml, MobileSettings.class)).isEqualTo(MacroSpace.settings());
  }
}
