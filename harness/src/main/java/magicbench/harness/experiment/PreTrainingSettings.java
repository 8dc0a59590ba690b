package magicbench.harness.experiment;

import java.util.Optional;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.Layout;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.training.TrainingSettings;

/**
 * The settings of a child model that is trained alone and kept for fine-tuning.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param space the child model's search space
 * @param text what the corpus must have been cut to
 * @param training how it is trained
 * @param architecture the child model, as text; null where another trial left the layout, which may
 *     be of another space then
 * @param scoring when and on how much held-out text it is scored
 * @param objective what it learns; null for masked language modelling
 * @param softShare a teacher's part of the loss, 0 to 1, see {@link
 *     magicbench.harness.training.SoftTokens}; null for none
 * @param teacher what is learnt of a teacher that runs beside; null where it left what it says, or
 *     there is none
 */
record PreTrainingSettings(
    String device,
    SpaceSettings space,
    InterferenceSettings.Text text,
    TrainingSettings training,
    String architecture,
    Scoring scoring,
    Objective objective,
    Double softShare,
    LiveTeacherSettings teacher) {

  /**
   * What a child model learns other than masked language modelling.
   *
   * @param name {@value ReplacedTokens#NAME}
   * @param settings the objective's own
   */
  record Objective(String name, ReplacedTokens settings) {

    Objective {
      require(
          ReplacedTokens.NAME.equals(name),
          "name is " + name + ", none of [" + ReplacedTokens.NAME + "]");
      require(settings != null, "settings of " + name + " are missing");
    }
  }

  PreTrainingSettings {
    require(device != null, "device is missing");
    require(text != null, "text is missing");
    require(training != null, "training is missing");
    require(space != null, "space is missing");
    require(scoring != null, "scoring is missing");
    softShare = softShare == null ? 0 : softShare; // most scales don't have it
    require(softShare >= 0 && softShare <= 1, "softShare is " + softShare + "; it must be 0 to 1");
    require(
        (softShare == 0 && teacher == null) || objective == null,
        "no teacher tells which tokens were replaced: leave softShare and teacher out");
    require(
        training.averageDecay() == null || objective == null,
        "no averages are kept of two networks: leave training.averageDecay or objective out");
    if (teacher != null) {
      teacher.lessons(softShare);
    }
    if (architecture != null) {
      space.space().check(Architecture.parse(architecture));
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** The layout, which another trial left where the settings have none. */
  Layout layout(Needs needs) {
    return architecture == null ? left(needs) : new Layout(space, architecture);
  }

  /** A teacher left a layout too, but with weights beside it. */
  private Layout left(Needs needs) {
    return LayoutFile.read(
        teacher == null
            ? needs.only(LayoutFile.NAME, SearchExperiment.KIND)
            : needs.onlyWithout(Keeping.CHILD_WEIGHTS, LayoutFile.NAME, SearchExperiment.KIND));
  }

  Optional<ReplacedTokens> replacedTokens() {
    return Optional.ofNullable(objective).map(Objective::settings);
  }

  NetworkSize size() {
    return new NetworkSize(space.space(), text.vocabularySize(), text.sequenceLength());
  }

  StandAloneSettings of(Layout layout) {
    return new StandAloneSettings(
        device, layout.space(), text, training, layout.architecture(), scoring, null);
  }
}
