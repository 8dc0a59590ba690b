package magicbench.harness.experiment;

import magicbench.harness.space.Architecture;
import magicbench.harness.space.ImageLayout;
import magicbench.harness.training.TrainingSettings;

/**
 * The settings of one image network that is trained alone and tested.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param task what the record calls the data set, and claims name it by
 * @param images how batches are made, and the space that {@code architecture} is of
 * @param training how it is trained
 * @param architecture the child model, as text; null where another trial left the layout
 */
record ImageTrainingSettings(
    String device,
    String task,
    ImageSettings images,
    TrainingSettings training,
    String architecture) {

  ImageTrainingSettings {
    require(device != null, "device is missing");
    require(task != null, "task is missing");
    require(images != null, "images is missing");
    require(training != null, "training is missing");
    if (architecture != null) {
      images.space().space().check(Architecture.parse(architecture));
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** The layout, which another trial left where the settings have none. */
  ImageLayout layout(Needs needs) {
    return architecture == null
        ? ImageLayoutFile.read(needs.only(ImageLayoutFile.NAME, ImageSearchExperiment.KIND))
        : new ImageLayout(images.space(), architecture);
  }
}
