package magicbench.harness.experiment;

import magicbench.harness.space.Architecture;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.training.TrainingSettings;

/**
 * The settings of one child model that is trained alone: the truth that a super-net's scores are
 * compared with.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param space the search space
 * @param text what the corpus must have been cut to
 * @param training how it is trained
 * @param architecture the child model, as text
 * @param scoring when and on how much held-out text it is scored
 */
record StandAloneSettings(
    String device,
    SpaceSettings space,
    InterferenceSettings.Text text,
    TrainingSettings training,
    String architecture,
    Scoring scoring)
    implements ScoredSettings {

  StandAloneSettings {
    require(device != null, "device is missing");
    require(space != null, "space is missing");
    require(text != null, "text is missing");
    require(training != null, "training is missing");
    require(architecture != null, "architecture is missing");
    require(scoring != null, "scoring is missing");
    space.space().check(Architecture.parse(architecture));
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
