package magicbench.harness.experiment;

import java.util.Locale;

/** What a teacher of masked words must know before it may teach. */
final class TeacherKnowledge {

  private TeacherKnowledge() {}

  /**
   * Refuses one that knows nothing: a network without a trained head would teach noise, one that is
   * hardly trained frequencies.
   *
   * @param loss its cross-entropy with the masked tokens, in nats
   * @param frequencies that of whoever tells by frequencies alone
   * @throws IllegalStateException when it is no better
   */
  static void require(double loss, double frequencies) {
    if (!(loss < frequencies)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "the teacher's loss is %.3f nats, no better than what frequencies tell (%.3f):"
                  + " take a trained masked language model",
              loss,
              frequencies));
    }
  }
}
