package magicbench.harness.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.file.WholeFile;

/**
 * A text corpus in a folder, ready for masked language modelling.
 *
 * <p>The folder holds train.tokens and validation.tokens, vocabulary.txt and tokenizer.json, and,
 * written last, corpus.json with the summary.
 */
public final class Corpus {

  /** The file that is written last: a folder that has it is a corpus. */
  public static final String SUMMARY = "corpus.json";

  private static final String FORMAT = "magicbench corpus 1";

  private final CorpusSummary summary;
  private final TokenStore tokens;

  private Corpus(CorpusSummary summary, TokenStore tokens) {
    this.summary = summary;
    this.tokens = tokens;
  }

  /**
   * Fills a folder, unless it already holds just this corpus. One process at a time may do so.
   *
   * @param settings what the corpus is made of
   * @param folder where to; made if missing
   * @return what the corpus holds
   * @throws InputException when a data set is missing or wrong, the text is too short or malformed,
   *     or the disk refuses
   */
  public static CorpusSummary prepare(CorpusSettings settings, Path folder) {
    return prepare(settings, folder, () -> {});
  }

  /**
   * Fills a folder as {@link #prepare(CorpusSettings, Path)} does, and says that it still goes on.
   *
   * @param settings what the corpus is made of
   * @param folder where to; made if missing
   * @param alive is told of every sentence that is read, so it must take next to no time
   * @return what the corpus holds
   * @throws InputException when a data set is missing or wrong, the text is too short or malformed,
   *     or the disk refuses
   */
  public static CorpusSummary prepare(CorpusSettings settings, Path folder, Runnable alive) {
    DataFiles files = DataFiles.fromSystemProperties();
    DataSet miniLm = new DataCatalogue().dataSet(DataCatalogue.MINILM);
    TokenizerFile full = TokenizerFile.fromJar(files.resolve(miniLm));
    CorpusText text = CorpusText.of(settings, files, alive);
    String identity = identity(settings, miniLm, text.origins());
    Optional<CorpusSummary> present = present(folder, identity);
    if (present.isPresent()) {
      return present.get();
    }
    CorpusSummary summary = new CorpusBuilder(settings, text, identity, folder).build(full);
    WholeFile.write(folder.resolve(SUMMARY), json(summary));
    return summary;
  }

  /**
   * Opens a prepared corpus.
   *
   * @param folder the folder that {@link #prepare} filled
   * @return the corpus
   * @throws InputException when the folder is incomplete, its files are damaged or don't belong
   *     together
   */
  public static Corpus open(Path folder) {
    CorpusSummary summary = read(folder.resolve(SUMMARY));
    TokenStore tokens = TokenStore.open(folder);
    if (!tokens.train().identity().equals(summary.identity())
        || !tokens.validation().identity().equals(summary.identity())) {
      throw new InputException(
          folder.toString(),
          "its files are of different corpora",
          "delete it and prepare it again");
    }
    return new Corpus(summary, tokens);
  }

  /**
   * What the corpus holds.
   *
   * @return the summary
   */
  public CorpusSummary summary() {
    return summary;
  }

  /**
   * The tokens.
   *
   * @return both sides
   */
  public TokenStore tokens() {
    return tokens;
  }

  /**
   * Which corpus a folder holds, without opening its tokens.
   *
   * @param folder the folder that {@link #prepare} filled
   * @return the corpus's identity
   * @throws InputException when the folder has no summary of one
   */
  public static String identityOf(Path folder) {
    return read(folder.resolve(SUMMARY)).identity();
  }

  private static Optional<CorpusSummary> present(Path folder, String identity) {
    if (!Files.exists(folder.resolve(SUMMARY))) {
      return Optional.empty();
    }
    try {
      return Optional.of(open(folder).summary()).filter(s -> s.identity().equals(identity));
    } catch (InputException e) {
      // A damaged corpus is no reason to stop: it is about to be written anew.
      return Optional.empty();
    }
  }

  private static String identity(
      CorpusSettings settings, DataSet vocabulary, List<DataOrigin> origins) {
    String kind = settings.text().equals(CorpusSettings.EMBEDDED) ? settings.text() : "folder";
    List<Object> parts =
        List.of(
            FORMAT,
            kind,
            settings.vocabularySize(),
            settings.sequenceLength(),
            settings.validationPercent(),
            settings.maxSentences(),
            vocabulary.sha256(),
            origins);
    return Hashes.sha256(parts.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static CorpusSummary read(Path file) {
    try {
      return new ObjectMapper().readValue(file.toFile(), CorpusSummary.class);
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "is no summary of a corpus", "prepare the corpus again", e);
    }
  }

  private static String json(CorpusSummary summary) {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    try {
      return new ObjectMapper()
              .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .writer(printer)
              .writeValueAsString(summary)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a summary can't be written as JSON", e);
    }
  }
}
