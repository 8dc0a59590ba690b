package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {

  private static final List<String> FILES =
      List.of(
          "train.tokens", "validation.tokens", "vocabulary.txt", "tokenizer.json", "corpus.json");

  @TempDir private static Path prepared;
  private static Path text;
  private static Path small;
  private static CorpusSummary summary;

  @TempDir private Path folder;

  @BeforeAll
  static void prepareSmallCorpus() throws IOException {
    RealData.jar(DataCatalogue.MINILM);
    text = Files.createDirectory(prepared.resolve("text"));
    small = prepared.resolve("small");
    StringBuilder lines = new StringBuilder();
    for (int number = 0; number < 400; number++) {
      lines.append("The cat number ").append(number).append(" sat playing on a mat.\n");
    }
    Files.writeString(text.resolve("a.txt"), lines);
    summary = Corpus.prepare(settings(60), small);
  }

  @Test
  void keeps_the_pieces_that_the_training_text_needs_most() throws IOException {
    List<String> pieces = Files.readAllLines(small.resolve("vocabulary.txt"));

    assertThat(pieces.subList(0, 9))
        .containsExactly("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "##a", "##t", "##e", "##n");
    assertThat(pieces.subList(46, 60))
        .containsExactly(
            "cat", "mat", "number", "on", "playing", "sat", "the", "36", "37", "38", "39", "34",
            "0", "10");
  }

  @Test
  void opens_what_it_prepared() {
    Corpus corpus = Corpus.open(small);

    assertThat(corpus.summary()).isEqualTo(summary);
    assertThat(corpus.tokens().train().tokens()).isEqualTo(summary.train().tokens());
  }

  @Test
  void counts_every_sentence_once() {
    assertThat(
            summary.train().sentences()
                + summary.validation().sentences()
                + summary.droppedSentences())
        .isEqualTo(400);
  }

  @Test
  void writes_the_published_summary() throws IOException {
    assertThat(Files.readString(small.resolve("corpus.json")).replace(text.toString(), "TEXT"))
        .isEqualTo(golden("corpus.json"));
  }

  @Test
  void leaves_a_finished_corpus_alone() throws IOException {
    FileTime past = FileTime.fromMillis(0);
    Files.setLastModifiedTime(small.resolve("train.tokens"), past);

    Corpus.prepare(settings(60), small);

    assertThat(Files.getLastModifiedTime(small.resolve("train.tokens"))).isEqualTo(past);
  }

  @Test
  void writes_the_same_bytes_anew_when_a_file_is_damaged() throws IOException {
    copySmallCorpus();
    Files.write(folder.resolve("train.tokens"), new byte[] {1});

    Corpus.prepare(settings(60), folder);

    assertThat(FILES)
        .allSatisfy(
            name -> assertThat(folder.resolve(name)).hasSameBinaryContentAs(small.resolve(name)));
  }

  @Test
  void refuses_files_of_different_corpora() throws IOException {
    copySmallCorpus();
    Files.write(folder.resolve("train.tokens"), TokenFiles.bytes(new int[] {5}));

    assertThatThrownBy(() -> Corpus.open(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("of different corpora");
  }

  @Test
  void refuses_too_little_text() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "Too short.\n");
    CorpusSettings settings = new CorpusSettings(folder.toString(), 60, 16, 10, 0);

    assertThatThrownBy(() -> Corpus.prepare(settings, folder.resolve("corpus")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tokens only");
  }

  @Test
  void uses_the_whole_vocabulary_unchanged_when_asked_for_as_many_pieces() {
    assertThat(Corpus.prepare(settings(30_522), folder).vocabularySize()).isEqualTo(30_522);
    assertThat(Corpus.open(folder).tokens().train().special().mask()).isEqualTo(103);
  }

  @Test
  void samples_the_embedded_text_evenly() {
    List.of(DataCatalogue.WORDNET, DataCatalogue.LANGUAGE_TOOL, DataCatalogue.EUROPARL)
        .forEach(RealData::jar);
    CorpusSettings settings = new CorpusSettings(CorpusSettings.EMBEDDED, 512, 32, 10, 1500);
    CorpusSummary sample = Corpus.prepare(settings, folder);

    assertThat(sample.train().sources())
        .containsOnlyKeys("europarl", "languagetool", "wordnet")
        .allSatisfy(
            (source, counts) ->
                assertThat((double) counts.sentences()).isCloseTo(450, within(40.0)));
    assertThat(sample.unknownShare()).isLessThan(0.01);
  }

  private static CorpusSettings settings(int vocabularySize) {
    return new CorpusSettings(text.toString(), vocabularySize, 16, 10, 0);
  }

  private void copySmallCorpus() throws IOException {
    for (String name : FILES) {
      Files.copy(small.resolve(name), folder.resolve(name));
    }
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = CorpusTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
