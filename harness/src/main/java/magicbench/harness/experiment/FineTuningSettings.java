package magicbench.harness.experiment;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import magicbench.harness.data.EmbeddedTask;
import magicbench.harness.data.GlueTask;
import magicbench.harness.data.TextTask;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.Layout;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.training.TrainingSettings;
import magicbench.results.file.InputException;

/**
 * The settings of one child model that is fine-tuned on a labelled data set.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param space the child model's search space
 * @param text what the corpus of the pre-training must have been cut to
 * @param architecture the child model, as text; null where the pre-training left the layout, which
 *     may be of another space then
 * @param glue the folder that holds GLUE's folders; null for a task that the build brings along
 * @param task the task's title: of GLUE's as GLUE spells it
 * @param mostExamples the most examples of the training part that are trained on, at least 1: the
 *     same ones for every seed and child model; null for all
 * @param epochs how often they are gone through, at least 1
 * @param batch the number of examples of a batch, at least 1
 * @param learningRate the peak learning rate, above 0
 * @param warmupShare which share of the steps warms up, 0 to 1
 * @param weightDecay decoupled weight decay of matrices, 0 for none
 * @param clipNorm the largest global gradient norm, 0 for no clipping
 * @param beta1 decay of Adam's first moment, 0 to below 1
 * @param beta2 decay of Adam's second moment, 0 to below 1
 * @param epsilon what Adam adds to the root of the second moment, above 0
 * @param lowestShare which share of the learning rate the embedding has, above 0 to 1, see {@link
 *     magicbench.harness.training.FineTuner.Setup}; null for all of it
 * @param startFrom {@value #INTERMEDIATE} where a child model goes on from what another fine-tuning
 *     made of it; null where it goes on from its pre-training
 * @param softShare a teacher's part of the loss, 0 to 1, see {@link
 *     magicbench.harness.training.FineTuner.Setup}; null for none
 * @param latencyRounds how often the answer to one text is timed at the end, {@value
 *     #FEWEST_ROUNDS} to {@value #MOST_ROUNDS}; null for not at all
 * @param exports whether the fine-tuned network is left in a form that can be loaded elsewhere, see
 *     {@link magicbench.harness.pretrained.ExportedNetwork}; null for no
 * @param teacher what is learnt of a fine-tuned teacher that runs beside, whose hidden states and
 *     attention count; its answers are {@code softShare}'s; null for nothing
 * @param leavesModel of a teacher, whether it leaves itself beside its answers, for those that it
 *     is to run beside; null for no
 */
record FineTuningSettings(
    String device,
    SpaceSettings space,
    InterferenceSettings.Text text,
    String architecture,
    String glue,
    String task,
    Integer mostExamples,
    int epochs,
    int batch,
    double learningRate,
    double warmupShare,
    double weightDecay,
    double clipNorm,
    double beta1,
    double beta2,
    double epsilon,
    Double lowestShare,
    String startFrom,
    Double softShare,
    Integer latencyRounds,
    Boolean exports,
    LiveTeacherSettings teacher,
    Boolean leavesModel) {

  /** A median of fewer rounds says little. */
  static final int FEWEST_ROUNDS = 30;

  /** More take longer than anybody waits. */
  static final int MOST_ROUNDS = 10_000;

  /** What a task starts from that starts from another one. */
  static final String INTERMEDIATE = "intermediate";

  FineTuningSettings {
    FineTuningRecipe recipe =
        new FineTuningRecipe(
            epochs,
            batch,
            learningRate,
            warmupShare,
            weightDecay,
            clipNorm,
            beta1,
            beta2,
            epsilon,
            lowestShare);
    lowestShare = recipe.lowestShare();
    softShare = softShare == null ? 0 : softShare; // most scales don't have it
    require(softShare >= 0 && softShare <= 1, "softShare is " + softShare + "; it must be 0 to 1");
    require(
        startFrom == null || startFrom.equals(INTERMEDIATE),
        "startFrom is " + startFrom + ", not " + INTERMEDIATE);
    exports = exports != null && exports; // most scales don't have it
    leavesModel = leavesModel != null && leavesModel; // most scales don't have it
    if (teacher != null) {
      teacher.lessons(0); // checks that something is learnt of it
    }
    latencyRounds = latencyRounds == null ? 0 : latencyRounds; // most scales don't have it
    requireRounds(latencyRounds);
    require(device != null, "device is missing");
    require(space != null, "space is missing");
    require(text != null, "text is missing");
    require(task != null, "task is missing");
    require(
        mostExamples == null || mostExamples >= 1,
        "mostExamples is " + mostExamples + "; it must be at least 1");
    if (architecture != null) {
      space.space().check(Architecture.parse(architecture));
    }
    require(titles(glue).contains(task), "task is " + task + ", none of " + titles(glue));
  }

  private static void requireRounds(int rounds) {
    require(
        rounds == 0 || (rounds >= FEWEST_ROUNDS && rounds <= MOST_ROUNDS),
        "latencyRounds is " + rounds + "; it must be " + FEWEST_ROUNDS + " to " + MOST_ROUNDS);
  }

  private static List<String> titles(String glue) {
    TextTask[] tasks = glue == null ? EmbeddedTask.values() : GlueTask.values();
    return Arrays.stream(tasks).map(TextTask::title).toList();
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /**
   * The data set of GLUE.
   *
   * @throws IllegalArgumentException where no folder is given
   */
  GlueTask glueTask() {
    require(glue != null, "glue is missing: give the folder that holds GLUE's folders");
    return of(GlueTask.values());
  }

  /**
   * The task that the build brings along.
   *
   * @throws IllegalArgumentException where a folder is given
   */
  EmbeddedTask embeddedTask() {
    require(glue == null, "glue is " + glue + ", but the task is the build's own");
    return of(EmbeddedTask.values());
  }

  private <T extends TextTask> T of(T[] tasks) {
    return Arrays.stream(tasks).filter(each -> each.title().equals(task)).findFirst().orElseThrow();
  }

  Path gluePath() {
    return Path.of(glue);
  }

  /**
   * The layout, which the pre-training left where the settings have none.
   *
   * @throws InputException when both have one, and they are not of one network
   */
  Layout layout(Needs needs) {
    return ChildLayout.of(space, architecture, needs);
  }

  /**
   * The file of weights that it starts from.
   *
   * @throws IllegalStateException when the fine-tuning that it starts from came to nothing
   */
  Path weights(Needs needs) {
    if (startFrom == null) {
      return needs.only(Keeping.CHILD_WEIGHTS, PreTrainingExperiment.KIND);
    }
    if (needs.all(Keeping.TUNED_WEIGHTS).isEmpty()) {
      throw new IllegalStateException("what it starts from diverged and left no weights");
    }
    return needs.only(Keeping.TUNED_WEIGHTS, IntermediateFineTuningExperiment.KIND);
  }

  NetworkSize size() {
    return new NetworkSize(space.space(), text.vocabularySize(), text.sequenceLength());
  }

  NetworkSize size(Layout layout) {
    return layout.size(text.vocabularySize(), text.sequenceLength());
  }

  /** About how many examples are trained on; empty where only the files tell. */
  OptionalInt roughExamples() {
    OptionalInt all = glue == null ? OptionalInt.empty() : glueTask().roughTrainingExamples();
    if (mostExamples == null) {
      return all;
    }
    return OptionalInt.of(Math.min(mostExamples, all.orElse(mostExamples)));
  }

  /** The optimiser's settings for so many examples. */
  TrainingSettings training(int examples) {
    return recipe().training(examples);
  }

  private FineTuningRecipe recipe() {
    return new FineTuningRecipe(
        epochs,
        batch,
        learningRate,
        warmupShare,
        weightDecay,
        clipNorm,
        beta1,
        beta2,
        epsilon,
        lowestShare);
  }
}
