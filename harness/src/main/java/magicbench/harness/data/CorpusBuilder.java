package magicbench.harness.data;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import magicbench.harness.data.GroupSplit.Part;
import magicbench.results.file.InputException;
import magicbench.results.file.WholeFile;

/** Prepares one corpus: split, vocabulary, tokens, counts. */
final class CorpusBuilder {

  private static final int MAX_WORDS_IN_TABLE = 1 << 20;

  private final CorpusSettings settings;
  private final CorpusText text;
  private final String identity;
  private final Path folder;
  private final SentenceSource sentences;
  private final GroupSplit split;

  /**
   * Reads the text twice, to split it.
   *
   * @param settings what is asked for
   * @param text the sentences
   * @param identity what tells this corpus from every other
   * @param folder where to write
   */
  CorpusBuilder(CorpusSettings settings, CorpusText text, String identity, Path folder) {
    this.settings = settings;
    this.text = text;
    this.identity = identity;
    this.folder = folder;
    this.sentences = text.sentences().get();
    this.split = new GroupSplit(sentences, settings.validationPercent());
  }

  /**
   * Writes everything but the summary.
   *
   * @param full the tokenizer with its whole vocabulary
   * @return the summary
   * @throws InputException when there is too little text or the disk refuses
   */
  CorpusSummary build(TokenizerFile full) {
    TokenizerFile tokenizer = cut(full);
    WholeFile.write(folder.resolve("vocabulary.txt"), String.join("\n", tokenizer.pieces()) + "\n");
    WholeFile.write(folder.resolve("tokenizer.json"), tokenizer.json());
    try (WordPiece wordPiece = new WordPiece(tokenizer)) {
      SentenceEncoder encoder = new SentenceEncoder(wordPiece, MAX_WORDS_IN_TABLE);
      PartTally train = write(TokenStore.TRAIN, Part.TRAIN, encoder, wordPiece);
      PartTally validation = write(TokenStore.VALIDATION, Part.VALIDATION, encoder, wordPiece);
      requireWindow(train, "training");
      requireWindow(validation, "validation");
      return summary(tokenizer.pieces().size(), train, validation);
    }
  }

  private TokenizerFile cut(TokenizerFile full) {
    List<String> pieces = full.pieces();
    if (settings.vocabularySize() >= pieces.size()) {
      return full;
    }
    try (WordPiece wordPiece = new WordPiece(full)) {
      PartTally tally = new PartTally(wordPiece);
      new SentenceEncoder(wordPiece, MAX_WORDS_IN_TABLE)
          .encode(sentences, is(Part.TRAIN), tally::count);
      return full.withPieces(
          VocabularyCut.cut(pieces, tally.pieceCounts(), settings.vocabularySize()));
    }
  }

  private PartTally write(String file, Part part, SentenceEncoder encoder, WordPiece wordPiece) {
    PartTally tally = new PartTally(wordPiece);
    TokenFormat.Header header =
        new TokenFormat.Header(wordPiece.size(), wordPiece.special(), identity);
    WholeFile.write(
        folder.resolve(file),
        out -> {
          TokenWriter writer = new TokenWriter(out, header);
          try {
            encoder.encode(
                sentences,
                is(part),
                (sentence, pieces, words) -> {
                  writer.add(pieces);
                  tally.count(sentence, pieces, words);
                });
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
          writer.finish();
        });
    return tally;
  }

  private Predicate<Sentence> is(Part part) {
    return sentence -> split.part(sentence) == part;
  }

  private void requireWindow(PartTally tally, String side) {
    if (tally.tokens() < settings.sequenceLength()) {
      throw new InputException(
          settings.text(),
          "the " + side + " text has " + tally.tokens() + " tokens only",
          "give more text, or windows shorter than " + settings.sequenceLength());
    }
  }

  private CorpusSummary summary(int vocabularySize, PartTally train, PartTally validation) {
    long[] dropped = {0};
    sentences.read(s -> dropped[0] += split.part(s) == Part.DROPPED ? 1 : 0);
    double pieces =
        train.tokens()
            + validation.tokens()
            - (double) (train.sentences() + validation.sentences());
    return new CorpusSummary(
        settings,
        identity,
        text.origins(),
        vocabularySize,
        train.part(settings.sequenceLength()),
        validation.part(settings.sequenceLength()),
        dropped[0],
        text.malformedLines().getAsLong(),
        (train.unknown() + validation.unknown()) / pieces,
        pieces / (train.words() + validation.words()),
        Unigram.entropyNats(validation.textualCounts()),
        Unigram.crossEntropyNats(validation.textualCounts(), train.textualCounts()));
  }
}
