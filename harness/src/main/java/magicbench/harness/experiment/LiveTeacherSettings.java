package magicbench.harness.experiment;

import magicbench.harness.space.Architecture;
import magicbench.harness.space.Layout;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.training.Lessons;

/**
 * The settings of a teacher that runs beside those that it teaches. Its weights are what another
 * trial left.
 *
 * @param space its search space
 * @param architecture the teacher, as text
 * @param hiddenWeight see {@link Lessons}; null for 0
 * @param attentionWeight see {@link Lessons}; null for 0
 */
record LiveTeacherSettings(
    SpaceSettings space, String architecture, Double hiddenWeight, Double attentionWeight) {

  LiveTeacherSettings {
    require(space != null, "space of teacher is missing");
    require(architecture != null, "architecture of teacher is missing");
    space.space().check(Architecture.parse(architecture));
    hiddenWeight = hiddenWeight == null ? 0 : hiddenWeight;
    attentionWeight = attentionWeight == null ? 0 : attentionWeight;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  Lessons lessons(double softShare) {
    return new Lessons(softShare, hiddenWeight, attentionWeight);
  }

  Layout layout() {
    return new Layout(space, architecture);
  }

  NetworkSize size(InterferenceSettings.Text text) {
    return layout().size(text.vocabularySize(), text.sequenceLength());
  }
}
