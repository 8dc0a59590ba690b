package magicbench.harness.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.MobileSpace;
import magicbench.results.own.MacroTruth;
import magicbench.results.own.ScoreTable;
import magicbench.results.stats.Summary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole table as published, where {@code -Dmagicbench.nas-bench-macro=FILE} names it. */
class MacroTableTest {

  private static final int CHILDREN = 6561;
  private static final int TRAINED = 3969;

  @TempDir private Path folder;
  private MacroTruth table;

  @BeforeEach
  void readTable() {
    String file = System.getProperty("magicbench.nas-bench-macro", "");
    assumeThat(file).as("no -Dmagicbench.nas-bench-macro=FILE").isNotEmpty();
    table = MacroTruth.read(Path.of(file));
  }

  @Test
  void every_child_model_has_a_name_of_its_own_in_the_space() {
    MobileSpace space = MacroSpace.settings().space();
    List<Architecture> children =
        table.entries().stream()
            .map(entry -> Architecture.parse(entry.architecture()))
            .distinct()
            .toList();

    children.forEach(space::check);
    assertThat(children).hasSize(CHILDREN).hasSize(space.size().intValueExact());
  }

  @Test
  void every_name_reads_back_as_its_key() {
    Map<String, String> digits = Map.of("skip", "0", "project", "0", "k3e3", "1", "k5e6", "2");

    assertThat(table.entries())
        .allSatisfy(
            entry ->
                assertThat(
                        Architecture.parse(entry.architecture()).operators().stream()
                            .map(digits::get)
                            .reduce("", String::concat))
                    .isEqualTo(entry.key()));
  }

  @Test
  void parameters_are_the_published_ones_of_every_child_model() {
    MobileSpace space = MacroSpace.settings().space();

    assertThat(table.entries())
        .allSatisfy(
            entry ->
                assertThat(space.parameters(Architecture.parse(entry.architecture())))
                    .isEqualTo(entry.parameters()));
  }

  @Test
  void flops_are_twice_the_published_ones_of_every_child_model() {
    MobileSpace space = MacroSpace.settings().space();

    assertThat(table.entries())
        .allSatisfy(
            entry ->
                assertThat(space.forwardFlops(Architecture.parse(entry.architecture())))
                    .isEqualTo(2 * entry.multiplyAdds()));
  }

  @Test
  void child_models_that_are_one_network_share_its_trainings() {
    Map<String, List<Double>> trainings = new HashMap<>();
    for (MacroTruth.Entry entry : table.entries()) {
      trainings.putIfAbsent(entry.trainedAs(), entry.accuracies());
      assertThat(entry.accuracies()).isEqualTo(trainings.get(entry.trainedAs()));
    }
    assertThat(trainings).hasSize(TRAINED);
  }

  @Test
  void the_mean_is_that_of_three_trainings() {
    assertThat(table.entries())
        .allSatisfy(
            entry -> {
              double[] each = entry.accuracies().stream().mapToDouble(value -> value).toArray();
              assertThat(each).hasSize(3);
              assertThat(Summary.mean(each)).isCloseTo(entry.mean(), within(1e-9));
            });
  }

  @Test
  void the_written_truth_holds_what_the_table_holds() throws Exception {
    Path truth = Files.writeString(folder.resolve("truth.csv"), table.trainings());
    List<ScoreTable.Row> ours = ScoreTable.ofTruth(truth, Optional.empty(), false).rows();
    List<ScoreTable.Row> theirs = ScoreTable.ofTruth(table.file(), Optional.empty(), false).rows();

    assertThat(ours).hasSize(3 * CHILDREN);
    assertThat(ours.stream().map(ScoreTable.Row::score).toList())
        .isEqualTo(theirs.stream().map(ScoreTable.Row::score).toList());
  }
}
