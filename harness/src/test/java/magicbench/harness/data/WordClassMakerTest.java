package magicbench.harness.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dictionary of 40 nouns, 60 verbs, 80 adjectives and 20 adverbs. */
class WordClassMakerTest {

  private static final String FOLDER = "net/sf/extjwnl/data/wordnet/wn31/data.";
  private static final int PERCENT = 50;

  @TempDir private Path folder;

  private static byte[] entries(String partOfSpeech, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                "%08d 00 x 01 word 0 000 | %s %d; \"an example\""
                    .formatted(number, partOfSpeech, number))
        .collect(Collectors.joining("\n"))
        .getBytes(UTF_8);
  }

  private EmbeddedExamples made() throws IOException {
    Path jar =
        Zips.of(
            folder.resolve("wordnet.jar"),
            Map.of(
                FOLDER + "noun", entries("noun", 40),
                FOLDER + "verb", entries("verb", 60),
                FOLDER + "adj", entries("adjective", 80),
                FOLDER + "adv", entries("adverb", 20)));
    return new WordClassMaker(jar, PERCENT)
        .examples(new DataCatalogue().dataSet(DataCatalogue.WORDNET));
  }

  @Test
  void a_definition_without_its_examples_has_the_class_of_its_entry() throws IOException {
    List<String> labels = EmbeddedTask.WORD_CLASS.labels();
    EmbeddedExamples made = made();

    assertThat(Stream.concat(made.train().stream(), made.dev().stream()))
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(example.first())
                    .matches(labels.get((int) example.target().orElseThrow()) + " \\d+"));
  }

  @Test
  void every_class_comes_as_often_as_the_rarest() throws IOException {
    EmbeddedExamples made = made();

    assertThat(made.train().size() + made.dev().size()).isEqualTo(4 * 20);
    assertThat(
            made.dev().stream()
                .collect(
                    Collectors.groupingBy(
                        example -> example.target().orElseThrow(), Collectors.counting()))
                .values())
        .hasSize(4)
        .containsOnly(made.dev().size() / 4L);
  }

  @Test
  void entries_that_the_corpus_holds_out_are_scored_on_and_no_others() throws IOException {
    assertThat(made().dev())
        .allSatisfy(
            example -> {
              String[] words = example.first().split(" ", -1);
              String file = words[0].equals("adjective") ? "adj" : words[0];
              String group =
                  "%s%08d"
                      .formatted(file.equals("adverb") ? "adv" : file, Integer.parseInt(words[1]));
              assertThat(GroupSplit.isHeldOut(group, PERCENT)).isTrue();
            });
  }
}
