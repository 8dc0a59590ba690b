package magicbench.harness.data;

/** What was trained on, letter by letter: marks, blanks and upper case make no other text of it. */
final class TrainedTexts {

  private static final String SALT = "trained";

  private final LongSet hashes = new LongSet();

  /** The sentences of the embedded corpus that a pre-training sees. */
  static TrainedTexts ofCorpus(int validationPercent, DataFiles files) {
    SentenceSource sentences = CorpusText.wholeEmbedded(files);
    GroupSplit split = new GroupSplit(sentences, validationPercent);
    TrainedTexts trained = new TrainedTexts();
    sentences.read(
        sentence -> {
          if (split.part(sentence) == GroupSplit.Part.TRAIN) {
            trained.hashes.add(hash(sentence));
          }
        });
    return trained;
  }

  void add(String text) {
    hashes.add(hash(sentence(text)));
  }

  boolean contains(String text) {
    return hashes.contains(hash(sentence(text)));
  }

  private static Sentence sentence(String text) {
    return new Sentence(text, text, "");
  }

  private static long hash(Sentence sentence) {
    return TextHash.of(SALT, sentence.normalised());
  }
}
