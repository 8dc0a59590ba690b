package magicbench.ci.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import magicbench.harness.image.CifarBinary;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

  private static final Catalogue GLUE = Catalogue.named("glue");

  @Test
  void squads_four_files_are_put_side_by_side() {
    Catalogue squad = Catalogue.named("squad");

    assertThat(squad.files()).noneMatch(Catalogue.Item::isArchive);
    assertThat(squad.files())
        .extracting(Catalogue.Item::file)
        .containsExactly("train-v1.1.json", "dev-v1.1.json", "train-v2.0.json", "dev-v2.0.json");
    assertThat(squad.of(List.of("SQuAD-2.0"))).hasSize(2);
  }

  @Test
  void glues_nine_data_sets_are_fetched_or_told_how_to_be_had() {
    assertThat(GLUE.files())
        .extracting(Catalogue.Item::task)
        .containsExactly("CoLA", "SST-2", "STS-B", "QQP", "MNLI", "QNLI", "RTE", "WNLI");
    assertThat(GLUE.byHand()).containsOnlyKeys("MRPC");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fashion-mnist", "mnist"})
  void the_four_files_of_both_mnists_land_where_they_are_read(String name) {
    Catalogue catalogue = Catalogue.named(name);

    assertThat(catalogue.name()).isEqualTo(name);
    assertThat(catalogue.files()).noneMatch(Catalogue.Item::isArchive);
    assertThat(catalogue.files())
        .extracting(Catalogue.Item::file)
        .containsExactly(
            "train-images-idx3-ubyte.gz",
            "train-labels-idx1-ubyte.gz",
            "t10k-images-idx3-ubyte.gz",
            "t10k-labels-idx1-ubyte.gz");
  }

  @Test
  void cifar_10_lands_where_it_is_read() {
    Catalogue.Item item = Catalogue.named("cifar-10").files().get(0);

    assertThat(CifarBinary.places(Path.of("data")))
        .contains(Path.of("data", "cifar-10", item.task()));
    assertThat(item.entries())
        .contains("data_batch_1.bin", "data_batch_5.bin", "test_batch.bin", "batches.meta.txt");
  }

  @Test
  void mnist_s_test_files_have_no_hash_until_they_are_fetched() {
    assertThat(Catalogue.named("mnist").files())
        .filteredOn(item -> item.sha256().isEmpty())
        .extracting(Catalogue.Item::file)
        .containsExactly("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz");
  }

  @Test
  void a_hash_that_is_not_known_is_not_made_up() {
    assertThat(GLUE.of(List.of("QQP")).get(0).sha256()).isEmpty();
    assertThat(GLUE.files()).filteredOn(item -> item.sha256().isEmpty()).hasSize(1);
  }

  @Test
  void a_data_set_that_cant_be_fetched_tells_what_to_do() {
    assertThatThrownBy(() -> GLUE.of(List.of("MRPC")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("MRPC: can't be fetched; GLUE may not hand it out");
  }

  @Test
  void an_unknown_name_lists_the_known_ones() {
    assertThatThrownBy(() -> GLUE.of(List.of("SST")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("use some of [CoLA, SST-2,");
    assertThatThrownBy(() -> Catalogue.named("glew"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "data set glew: can't be fetched; use one of [glue, squad, fashion-mnist,"
                + " mnist, cifar-10]");
  }

  @Test
  void an_entry_that_leaves_its_folder_is_no_catalogue() {
    String yaml =
        """
        schemaVersion: 1
        name: glue
        licence: none
        byHand: {}
        files:
          - task: CoLA
            address: http://127.0.0.1/CoLA.zip
            entries: [../train.tsv]
            note: ""
        """;
    assertThatThrownBy(() -> Catalogue.read("c.yaml", yaml.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("c.yaml /files/0/entries/0");
  }
}
