package magicbench.harness.experiment;

import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.training.TrainingSettings;

/**
 * The settings of one child model that is trained alone: the truth that a super-net's scores are
 * compared with.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param space the search space of a network of text
 * @param text what the corpus must have been cut to
 * @param training how it is trained
 * @param architecture the child model, as text
 * @param scoring when and on how much held-out text it is scored
 * @param images the images and their space, in the place of space and text; null for text
 */
record StandAloneSettings(
    String device,
    SpaceSettings space,
    InterferenceSettings.Text text,
    TrainingSettings training,
    String architecture,
    Scoring scoring,
    ImageSettings images)
    implements ScoredSettings {

  StandAloneSettings {
    require(device != null, "device is missing");
    SearchSpace searched = SubjectSettings.searched(space, text, images);
    require(training != null, "training is missing");
    require(architecture != null, "architecture is missing");
    require(scoring != null, "scoring is missing");
    searched.check(Architecture.parse(architecture));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  Architecture child() {
    return Architecture.parse(architecture);
  }
}
