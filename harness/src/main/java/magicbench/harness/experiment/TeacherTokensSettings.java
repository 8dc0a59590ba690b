package magicbench.harness.experiment;

import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;

/**
 * The settings of a teacher that is asked about the batches of a seed's pre-trainings.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param space the teacher's search space
 * @param text what the corpus must have been cut to
 * @param architecture the teacher, as text; null where its training left the layout, which may be
 *     of another space then
 * @param batch sequences of a batch, as those that it teaches have
 * @param steps how many batches, at least as many as those that it teaches have steps
 * @param top how many pieces of each masked place are kept, 1 to the vocabulary
 */
record TeacherTokensSettings(
    String device,
    SpaceSettings space,
    InterferenceSettings.Text text,
    String architecture,
    int batch,
    int steps,
    int top) {

  private static final double MASKED_SHARE = 0.15;

  /** What lies in memory until it is written: an eighth of a gigabyte, and as much again. */
  private static final long MOST_NUMBERS = 1L << 24;

  TeacherTokensSettings {
    require(device != null, "device is missing");
    require(space != null, "space is missing");
    require(text != null, "text is missing");
    require(batch >= 1, "batch is " + batch + "; it must be at least 1");
    require(steps >= 1, "steps is " + steps + "; it must be at least 1");
    require(
        top >= 1 && top <= text.vocabularySize(),
        "top is " + top + "; it must be 1 to the vocabulary's size");
    if (architecture != null) {
      space.space().check(Architecture.parse(architecture));
    }
    double numbers = MASKED_SHARE * batch * text.sequenceLength() * (double) steps * top;
    require(
        numbers <= MOST_NUMBERS,
        "batch, sequenceLength, steps and top make more than "
            + MOST_NUMBERS
            + " numbers; take fewer of them");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  NetworkSize size() {
    return new NetworkSize(space.space(), text.vocabularySize(), text.sequenceLength());
  }
}
