package magicbench.harness.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import magicbench.harness.probe.ProbePlan;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.training.TrainingSettings;

/**
 * The settings of an interference probe.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param space the search space of a network of text
 * @param text what the corpus must have been cut to
 * @param training how the super-net is trained
 * @param probe when and how much is probed
 * @param samplerSettings the method's own settings; an empty object means its defaults
 * @param validationBatches how many held-out batches measure the validation loss, at least 1
 * @param images the images and their space, in the place of space and text; null for text
 */
record InterferenceSettings(
    String device,
    SpaceSettings space,
    Text text,
    TrainingSettings training,
    Probe probe,
    JsonNode samplerSettings,
    int validationBatches,
    ImageSettings images)
    implements SubjectSettings {

  InterferenceSettings {
    require(device != null, "device is missing");
    SearchSpace searched = SubjectSettings.searched(space, text, images);
    require(searched.layers() > 1, "one layer can't differ and be shared");
    require(training != null, "training is missing");
    require(
        training.averageDecay() == null,
        "a probe looks at the weights that are trained: leave training.averageDecay out");
    require(
        images == null || images.calibration() == 0 || training.microBatch() == 0,
        "microBatch is " + training.microBatch() + "; with calibration images it must be 0");
    require(probe != null, "probe is missing");
    require(samplerSettings != null && samplerSettings.isObject(), "samplerSettings is no object");
    require(validationBatches >= 1, "validationBatches is " + validationBatches);
  }

  /**
   * The text's measures.
   *
   * @param vocabularySize the number of word pieces
   * @param sequenceLength tokens in a sequence
   */
  record Text(int vocabularySize, int sequenceLength) {}

  /**
   * When and how much is probed.
   *
   * @param bases see {@link ProbePlan}
   * @param interventionBases see {@link ProbePlan}
   * @param controlBases see {@link ProbePlan}
   * @param trainedShares after which shares of the training steps, 0 to 1
   */
  record Probe(int bases, int interventionBases, int controlBases, List<Double> trainedShares) {

    Probe {
      require(trainedShares != null && !trainedShares.isEmpty(), "trainedShares is empty");
      trainedShares = List.copyOf(trainedShares);
      require(
          trainedShares.stream().allMatch(share -> share >= 0 && share <= 1),
          "trainedShares is " + trainedShares + "; each must be 0 to 1");
      ProbePlan checked = new ProbePlan(bases, interventionBases, controlBases);
      require(checked.bases() == bases, "bases is " + bases);
    }

    ProbePlan plan() {
      return new ProbePlan(bases, interventionBases, controlBases);
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  @Override
  public int batch() {
    return training.batch();
  }

  /** The step that a share of the training ends with. */
  long stepAt(double share) {
    return Math.round(share * training.steps());
  }

  /** After which numbers of steps validation loss is measured: first, last and every probe's. */
  SortedSet<Long> measuredSteps() {
    SortedSet<Long> steps = new TreeSet<>(List.of(0L, training.steps()));
    probe.trainedShares().forEach(share -> steps.add(stepAt(share)));
    return steps;
  }
}
