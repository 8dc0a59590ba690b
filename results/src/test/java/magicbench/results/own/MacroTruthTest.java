package magicbench.results.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table made by hand, in the form of the published one. */
class MacroTruthTest {

  private static final String NAME = "nas-bench-macro-made-by-hand.json";

  @TempDir private Path folder;
  private Path table;

  @BeforeEach
  void copyTable() throws IOException {
    table = folder.resolve(NAME);
    try (InputStream in = MacroTruthTest.class.getResourceAsStream(NAME)) {
      Files.copy(Objects.requireNonNull(in, NAME), table);
    }
  }

  private static MacroTruth.Entry entry(String key) {
    return new MacroTruth.Entry(key, List.of(90.0), 90, 1, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "00000000, project.skip.project.skip.skip.project.skip.skip",
    "12012120, k3e3.k5e6.project.k3e3.k5e6.k3e3.k5e6.skip",
    "22222222, k5e6.k5e6.k5e6.k5e6.k5e6.k5e6.k5e6.k5e6"
  })
  void a_key_is_a_chain_of_operators_whose_identity_projects_where_a_stage_begins(
      String key, String architecture) {
    assertThat(entry(key).architecture()).isEqualTo(architecture);
  }

  @ParameterizedTest
  @CsvSource({
    "00102001, 00120010",
    "01001002, 01010020",
    "10021200, 10021200",
    "22222222, 22222222"
  })
  void identities_of_a_stage_s_later_layers_stand_last_in_what_was_trained(
      String key, String trained) {
    assertThat(entry(key).trainedAs()).isEqualTo(entry(trained).architecture());
  }

  @Test
  void its_trainings_are_read_as_a_truth() throws IOException {
    Path truth = Files.writeString(folder.resolve("truth.csv"), MacroTruth.read(table).trainings());

    assertThat(ScoreTable.ofTruth(truth, Optional.empty(), false).rows())
        .startsWith(
            new ScoreTable.Row("", 1, "project.skip.project.k3e3.k5e6.project.k3e3.k5e6", 86.5),
            new ScoreTable.Row("", 2, "project.skip.project.k3e3.k5e6.project.k3e3.k5e6", 87))
        .hasSize(6);
  }

  @Test
  void its_means_are_read_as_a_truth() throws IOException {
    Path truth = Files.writeString(folder.resolve("truth.csv"), MacroTruth.read(table).means());

    assertThat(ScoreTable.ofTruth(truth, Optional.empty(), false).rows())
        .extracting(ScoreTable.Row::score)
        .containsExactly(86.5, 92.25);
  }

  @Test
  void a_table_of_another_form_is_refused() throws IOException {
    Files.writeString(table, "{\"model_dicts\": []}");

    assertThatThrownBy(() -> MacroTruth.read(table))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("; take NAS-Bench-Macro as published");
  }
}
