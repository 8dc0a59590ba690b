package magicbench.harness.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import magicbench.results.file.InputException;

/**
 * The files of a corpus, checked, and its sentences, not yet read.
 *
 * @param sentences gives the sentences; may read and keep them, so to be called once
 * @param origins the files
 * @param malformedLines how many lines the last reading passed over
 */
record CorpusText(
    Supplier<SentenceSource> sentences, List<DataOrigin> origins, LongSupplier malformedLines) {

  /**
   * Finds what the settings ask for.
   *
   * @param settings which text and how much of it
   * @param files finds the data sets
   * @param alive is told of every sentence that is read
   * @return the text
   * @throws InputException when a file is missing or is not the right one
   */
  static CorpusText of(CorpusSettings settings, DataFiles files, Runnable alive) {
    return settings.text().equals(CorpusSettings.EMBEDDED)
        ? embedded(settings, files, alive)
        : folder(settings, alive);
  }

  /** Every sentence of the embedded text. */
  static SentenceSource wholeEmbedded(DataFiles files) {
    return new SentenceSample(sources(files, () -> {}), 0);
  }

  private static List<SentenceSource> sources(DataFiles files, Runnable alive) {
    DataCatalogue catalogue = new DataCatalogue();
    return List.of(
        new WordNetReader(files.resolve(catalogue.dataSet(DataCatalogue.WORDNET))).telling(alive),
        new LanguageToolReader(files.resolve(catalogue.dataSet(DataCatalogue.LANGUAGE_TOOL)))
            .telling(alive),
        new EuroparlReader(files.resolve(catalogue.dataSet(DataCatalogue.EUROPARL)))
            .telling(alive));
  }

  private static CorpusText embedded(CorpusSettings settings, DataFiles files, Runnable alive) {
    DataCatalogue catalogue = new DataCatalogue();
    List<SentenceSource> sources = sources(files, alive);
    List<DataOrigin> origins =
        Stream.of(DataCatalogue.WORDNET, DataCatalogue.LANGUAGE_TOOL, DataCatalogue.EUROPARL)
            .map(catalogue::dataSet)
            .map(dataSet -> new DataOrigin(dataSet.coordinates(), dataSet.sha256()))
            .toList();
    return new CorpusText(
        () -> new SentenceSample(sources, settings.maxSentences()).telling(alive),
        origins,
        () -> 0);
  }

  private static CorpusText folder(CorpusSettings settings, Runnable alive) {
    FolderText folder = new FolderText(Path.of(settings.text()));
    List<DataOrigin> origins = new ArrayList<>();
    folder.shards().forEach(shard -> origins.add(origin(shard)));
    SentenceSource told = folder.telling(alive);
    Supplier<SentenceSource> sentences =
        () ->
            settings.maxSentences() == 0
                ? told
                : new SentenceSample(List.of(told), settings.maxSentences()).telling(alive);
    return new CorpusText(sentences, origins, folder::malformedLines);
  }

  private static DataOrigin origin(Path shard) {
    try {
      return new DataOrigin(shard.getFileName().toString(), DataFiles.sha256(shard));
    } catch (IOException e) {
      throw new InputException(shard.toString(), "can't be read", "check its rights", e);
    }
  }
}
