package magicbench.harness.task;

/**
 * What a network answers to a question.
 *
 * @param text the best answer that isn't none, as it stands in the context; empty where the context
 *     has no piece
 * @param noAnswer by how much none scores higher than it; infinity where the context has no piece
 */
public record ReadingAnswer(String text, double noAnswer) {

  /**
   * The answer, which is none where none scores higher by more than a threshold.
   *
   * @param threshold the threshold; infinity to answer always
   * @return the text, or an empty one for none
   */
  public String given(double threshold) {
    return noAnswer > threshold ? "" : text;
  }
}
