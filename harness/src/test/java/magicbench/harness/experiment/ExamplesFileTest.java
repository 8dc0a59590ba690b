package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import magicbench.harness.data.CorpusSettings;
import magicbench.harness.data.DataCatalogue;
import magicbench.harness.data.EmbeddedExamples;
import magicbench.harness.data.EmbeddedTask;
import magicbench.harness.data.LabelledExample;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesFileTest {

  private static final CorpusSettings CORPUS =
      new CorpusSettings(CorpusSettings.EMBEDDED, 64, 8, 5, 0);

  @TempDir private Path folder;

  private final ExamplesFile examples =
      new ExamplesFile(
          5,
          new EmbeddedExamples(
              EmbeddedTask.KIND_OF,
              new DataCatalogue().dataSet(DataCatalogue.WORDNET),
              List.of(
                  new LabelledExample(
                      3, "a \"small\" dog", Optional.of("an animal"), OptionalDouble.of(1))),
              List.of(new LabelledExample(7, "a tree", Optional.empty(), OptionalDouble.of(0)))));

  private Path file;

  @BeforeEach
  void write() {
    examples.write(folder);
    file = folder.resolve(ExamplesFile.name(EmbeddedTask.KIND_OF));
  }

  @Test
  void what_was_written_is_read_again() {
    assertThat(ExamplesFile.read(file)).isEqualTo(examples);
  }

  @Test
  void they_are_for_the_corpus_that_holds_them_out() {
    assertThat(examples.isFor(EmbeddedTask.KIND_OF, CORPUS)).isTrue();
    assertThat(examples.isFor(EmbeddedTask.NEARNESS, CORPUS)).isFalse();
  }

  @Test
  void they_are_not_for_a_corpus_that_holds_out_another_share() {
    assertThat(
            examples.isFor(
                EmbeddedTask.KIND_OF, new CorpusSettings(CorpusSettings.EMBEDDED, 64, 8, 10, 0)))
        .isFalse();
  }

  @Test
  void they_are_not_for_a_corpus_of_somebodys_own_text() {
    assertThat(examples.isFor(EmbeddedTask.KIND_OF, new CorpusSettings("/data/text", 64, 8, 5, 0)))
        .isFalse();
  }

  @Test
  void a_damaged_file_is_one_line() throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));

    assertThatThrownBy(() -> ExamplesFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("examples-kind-of.json")
        .hasMessageContaining("delete it and run again the trial that wrote it");
  }
}
