package magicbench.harness.data;

/**
 * Training and validation sentences that share nothing.
 *
 * <p>A group goes to one side by a hash of its key alone, so the order of reading doesn't matter. A
 * validation sentence whose letters and digits also occur in training is dropped. Texts are
 * compared by 64-bit hashes: equal texts always meet, and of n validation sentences one is dropped
 * wrongly with a chance of at most n × training sentences / 2⁶⁴. Sentences without a letter or
 * digit are dropped on both sides.
 */
final class GroupSplit {

  private static final String GROUP_SALT = "magicbench split 1";
  private static final String TEXT_SALT = "text";
  private static final int PERCENT = 100;

  /** A side of the split. */
  enum Part {
    /** For training, and for counting word pieces. */
    TRAIN,
    /** Never seen in training. */
    VALIDATION,
    /** Used by neither side. */
    DROPPED
  }

  private final int validationPercent;
  private final LongSet leaks = new LongSet();

  /**
   * Reads the sentences twice, to find what validation and training have in common.
   *
   * @param sentences the sentences
   * @param validationPercent the share of groups for validation, in percent
   */
  GroupSplit(SentenceSource sentences, int validationPercent) {
    this.validationPercent = validationPercent;
    LongSet validation = new LongSet();
    sentences.read(
        sentence -> {
          if (isValidation(sentence)) {
            validation.add(textHash(sentence.normalised()));
          }
        });
    sentences.read(
        sentence -> {
          if (!isValidation(sentence)) {
            addLeak(textHash(sentence.normalised()), validation);
          }
        });
  }

  /**
   * The side of one sentence.
   *
   * @param sentence a sentence of those that were read
   * @return where it belongs
   */
  Part part(Sentence sentence) {
    String text = sentence.normalised();
    if (text.isEmpty()) {
      return Part.DROPPED;
    }
    if (!isValidation(sentence)) {
      return Part.TRAIN;
    }
    return leaks.contains(textHash(text)) ? Part.DROPPED : Part.VALIDATION;
  }

  private boolean isValidation(Sentence sentence) {
    return isHeldOut(sentence.group(), validationPercent);
  }

  /** Whether a group is on the validation side, whatever becomes of its single sentences. */
  static boolean isHeldOut(String group, int validationPercent) {
    return Long.remainderUnsigned(TextHash.of(GROUP_SALT, group), PERCENT) < validationPercent;
  }

  private void addLeak(long hash, LongSet validation) {
    if (validation.contains(hash)) {
      leaks.add(hash);
    }
  }

  private static long textHash(String normalised) {
    return TextHash.of(TEXT_SALT, normalised);
  }
}
