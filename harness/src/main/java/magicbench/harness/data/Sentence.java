package magicbench.harness.data;

/**
 * One sentence of a corpus.
 *
 * @param group what must not be torn apart by a split: sentences of one group go to one side
 * @param text the sentence
 * @param source the short name of where it comes from
 */
record Sentence(String group, String text, String source) {

  /**
   * The sentence as far as a leak is concerned.
   *
   * @return letters and digits only, lower-case, in their order
   */
  String normalised() {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
