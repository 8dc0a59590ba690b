package magicbench.harness.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordNetReaderTest {

  private static final String FOLDER = "net/sf/extjwnl/data/wordnet/wn31/data.";

  @TempDir private Path folder;

  @Test
  void takes_the_definition_and_each_quoted_example_of_a_synset() throws IOException {
    WordNetReader reader =
        reader("00001740 03 n 01 cup 0 000 | a small vessel; \"a cup broke\"; \"he drank\"  \n");

    assertThat(RealData.read(reader))
        .containsExactly(
            new Sentence("noun00001740", "a small vessel", "wordnet"),
            new Sentence("noun00001740", "a cup broke", "wordnet"),
            new Sentence("noun00001740", "he drank", "wordnet"));
  }

  @Test
  void passes_over_the_licence_at_the_top() throws IOException {
    assertThat(RealData.read(reader("  1 This software | and database\n"))).isEmpty();
  }

  @Test
  void keeps_a_quotation_that_is_part_of_the_definition() throws IOException {
    WordNetReader reader = reader("00000001 03 n 01 x 0 000 | reward as in \"carrot\"\n");

    assertThat(RealData.read(reader))
        .extracting(Sentence::text)
        .containsExactly("reward as in \"carrot\"");
  }

  @Test
  void refuses_a_line_without_gloss() throws IOException {
    WordNetReader reader = reader("00001740 03 n 01 cup 0 000\n");

    assertThatThrownBy(() -> RealData.read(reader))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("data.noun: line 1 has no gloss");
  }

  @Test
  void finds_all_of_the_published_file() {
    List<Sentence> all = RealData.read(new WordNetReader(RealData.jar(DataCatalogue.WORDNET)));

    assertThat(all).hasSize(166_332);
    assertThat(all.stream().map(Sentence::group).distinct()).hasSize(117_791);
  }

  private WordNetReader reader(String nouns) throws IOException {
    byte[] none = {};
    return new WordNetReader(
        Zips.of(
            folder.resolve("wordnet.jar"),
            Map.of(
                FOLDER + "noun", nouns.getBytes(UTF_8),
                FOLDER + "verb", none,
                FOLDER + "adj", none,
                FOLDER + "adv", none)));
  }
}
