package magicbench.harness.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import magicbench.harness.experiment.ImageProbeExperiment;
import magicbench.harness.experiment.ImageSearchExperiment;
import magicbench.harness.experiment.ImageStandAloneExperiment;
import magicbench.harness.experiment.ImageSuperNetExperiment;
import magicbench.harness.experiment.ImageTrainingExperiment;
import magicbench.harness.experiment.ImagesExperiment;
import magicbench.harness.space.MobileSettings;
import magicbench.results.file.Json;
import magicbench.results.plan.Trial;

/** Pictures and a super-net of theirs so small that a trial takes a second or two. */
public final class TinyImageTrials {

  /** A child model that is neither the largest nor the smallest. */
  public static final String CHILD = "k3e2.skip.k5e1";

  static final List<String> CHILDREN = List.of(CHILD, "k5e1.k3e2.k3e2", "k3e1.k5e2.k3e1");
  static final int STEPS = 30;

  private TinyImageTrials() {}

  /** The space's measures: 3 layers, the second of which may be left out. */
  public static MobileSettings space() {
    return new MobileSettings(
        12,
        1,
        5,
        4,
        2,
        0,
        List.of(new MobileSettings.Stage(2, 5, 1), new MobileSettings.Stage(1, 6, 2)),
        List.of(3, 5),
        List.of(1, 2),
        true,
        8,
        "batch");
  }

  /** Pictures that the build draws: 120 to train on, 90 held out and 500 to test on. */
  static Trial images() {
    return trial(
        ImagesExperiment.KIND,
        0,
        json("{'source': 'drawn', 'side': 12, 'heldOut': 90, 'most': 120}"));
  }

  /** Settings that name the images. */
  public static ObjectNode common() {
    ObjectNode settings = Json.json().createObjectNode().put("device", "cpu");
    ObjectNode images = settings.putObject("images").put("scoredBatch", 10).put("calibration", 8);
    images.putObject("augmentation").put("cropPadding", 1).put("flip", true);
    images.put("labelSmoothing", 0.1).put("mixup", 0.2).put("dropout", 0.1);
    images.set("space", Json.json().valueToTree(space()));
    return settings;
  }

  /** Settings that name the images and how they are trained on. */
  public static ObjectNode trained() {
    ObjectNode settings = common();
    settings.set(
        "training",
        json(
            """
            {'steps': 30, 'batch': 8, 'learningRate': 0.01, 'warmupSteps': 2, 'decay': 'cosine',
             'weightDecay': 0.01, 'clipNorm': 5.0, 'beta1': 0.9, 'beta2': 0.99, 'epsilon': 1e-8,
             'checkpointEverySteps': 10}
            """));
    return settings;
  }

  public static ObjectNode scored() {
    ObjectNode settings = trained();
    settings.putObject("scoring").put("batches", 2).putArray("trainedShares").add(0.5).add(1.0);
    return settings;
  }

  public static ObjectNode superNetSettings() {
    ObjectNode settings = scored().put("selectionBatches", 1);
    settings.putObject("sampler").put("name", UniformTestMethod.NAME);
    CHILDREN.forEach(settings.putArray("architectures")::add);
    settings.putObject("probe").put("bases", 2);
    return settings;
  }

  static Trial superNet(long seed) {
    return trial(ImageSuperNetExperiment.KIND, seed, superNetSettings(), images());
  }

  static Trial aligned(long seed) {
    ObjectNode settings = superNetSettings();
    ObjectNode alignment = settings.putObject("alignment").put("name", "anchor");
    alignment.putObject("settings").put("warmupSteps", 5).put("everySteps", 3);
    return trial(ImageSuperNetExperiment.KIND, seed, settings, images());
  }

  static Trial apart(long seed) {
    ObjectNode settings = superNetSettings().put("apart", true);
    settings.remove("probe");
    return trial(ImageSuperNetExperiment.KIND, seed, settings, images());
  }

  static Trial standAlone(long seed) {
    return trial(
        ImageStandAloneExperiment.KIND, seed, scored().put("architecture", CHILD), images());
  }

  public static ObjectNode probeSettings() {
    ObjectNode settings = trained().put("validationBatches", 2);
    ObjectNode probe = settings.putObject("probe").put("bases", 3);
    probe.put("interventionBases", 2).put("controlBases", 2);
    probe.putArray("trainedShares").add(0.0).add(0.5).add(1.0);
    settings.putObject("samplerSettings");
    return settings;
  }

  /** The method is the sampler. */
  static Trial probe(long seed) {
    return Trial.of(
        ImageProbeExperiment.KIND,
        UniformTestMethod.NAME,
        seed,
        List.of(images().id()),
        probeSettings());
  }

  public static ObjectNode searchSettings(String strategy) {
    ObjectNode settings = common().put("evaluations", 30).put("batch", 8).put("batches", 2);
    ObjectNode named = settings.putObject("strategy").put("name", strategy);
    if (strategy.equals("evolution")) {
      named
          .putObject("settings")
          .put("population", 6)
          .put("parents", 3)
          .put("mutants", 3)
          .put("mutationProbability", 0.3)
          .put("crosses", 2);
    }
    return settings;
  }

  static Trial search(ObjectNode settings, Trial superNet) {
    return trial(ImageSearchExperiment.KIND, 7, settings, images(), superNet);
  }

  /** The child model that the settings name. */
  static Trial training(long seed) {
    return trial(
        ImageTrainingExperiment.KIND,
        seed,
        trained().put("task", "drawn").put("architecture", CHILD),
        images());
  }

  /** The network that another trial left. */
  static Trial training(Trial layout) {
    return trial(ImageTrainingExperiment.KIND, 7, trained().put("task", "drawn"), images(), layout);
  }

  static Trial trial(String kind, long seed, ObjectNode settings, Trial... needs) {
    return Trial.of(kind, "some", seed, Arrays.stream(needs).map(Trial::id).toList(), settings);
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) Json.json().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
