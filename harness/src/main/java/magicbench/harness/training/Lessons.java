package magicbench.harness.training;

/**
 * How much a child model learns of a teacher that runs beside it.
 *
 * @param softShare the predictions' part s of the loss, 0 to 1: (1 - s) · H(truth, child) + s ·
 *     H(teacher, child), with H the cross-entropy over the whole vocabulary, at the masked places
 * @param hiddenWeight what the distance of the last layers' outputs is multiplied by before it is
 *     added to the loss, 0 or more
 * @param attentionWeight the same of where the last attention layers look
 */
public record Lessons(double softShare, double hiddenWeight, double attentionWeight) {

  /** Checks the numbers. */
  public Lessons {
    require(softShare >= 0 && softShare <= 1, "softShare is " + softShare + "; it must be 0 to 1");
    requireWeight("hiddenWeight", hiddenWeight);
    requireWeight("attentionWeight", attentionWeight);
    require(
        softShare + hiddenWeight + attentionWeight > 0,
        "a teacher has no part of the loss: set softShare, hiddenWeight or attentionWeight above"
            + " 0");
  }

  private static void requireWeight(String name, double weight) {
    require(
        weight >= 0 && Double.isFinite(weight), name + " is " + weight + "; it must be 0 or more");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
