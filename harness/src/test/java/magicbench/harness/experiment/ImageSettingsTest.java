package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import magicbench.harness.execution.TinyImageTrials;
import magicbench.harness.image.Augmentation;
import magicbench.harness.image.Evaluation;
import magicbench.harness.task.ImageRecipe;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageSettingsTest {

  private final ObjectNode settings =
      TinyImageTrials.trained().put("task", "drawn").put("architecture", TinyImageTrials.CHILD);
  private final ObjectNode images = settings.withObject("images");

  private static <T> T read(String kind, ObjectNode settings, Class<T> type) {
    return TrialSettings.read(Trial.of(kind, "some", 1, List.of(), settings), type);
  }

  private ImageTrainingSettings training() {
    return read(ImageTrainingExperiment.KIND, settings, ImageTrainingSettings.class);
  }

  @Test
  void what_is_not_given_changes_nothing() {
    images.remove(List.of("augmentation", "labelSmoothing", "mixup", "dropout"));

    ImageRecipe recipe = training().images().recipe(8);

    assertThat(recipe)
        .isEqualTo(new ImageRecipe(8, 10, 8, Augmentation.none(), Evaluation.asIs(), 0, 0, 0, 8));
  }

  @Test
  void dropout_is_of_as_many_features_as_the_space_has() {
    images.withObject("space").put("headWidth", 0);

    assertThat(training().images().recipe(8).features()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({
    "scoredBatch, 0, scoredBatch is 0; it must be at least 1",
    "calibration, -1, calibration is -1; it must be 0 or above",
    "labelSmoothing, 1, labelSmoothing is 1.0; it must be 0 to below 1",
    "labelSmoothing, -0.1, labelSmoothing is -0.1; it must be 0 to below 1",
    "dropout, 1, dropout is 1.0; it must be 0 to below 1",
    "mixup, -0.5, mixup is -0.5; it must be 0 or above",
    "loaderThreads, -1, loaderThreads is -1; it must be 0 to 64",
    "loaderThreads, 65, loaderThreads is 65; it must be 0 to 64"
  })
  void a_number_out_of_range_is_one_line(String field, double value, String message) {
    if (value == Math.rint(value)) {
      images.put(field, (int) value);
    } else {
      images.put(field, value);
    }

    assertThatThrownBy(this::training)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("field images")
        .hasMessageContaining(message);
  }

  @Test
  void a_space_is_needed() {
    images.remove("space");

    assertThatThrownBy(this::training)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("space is missing");
  }

  @Test
  void an_architecture_of_another_space_is_one_line() {
    settings.put("architecture", "k3e1.k3e1.skip");

    assertThatThrownBy(this::training)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("layer 2 uses skip, which is none of");
  }

  @ParameterizedTest
  @ValueSource(strings = {"space", "text"})
  void images_go_without_a_space_or_a_text_beside(String field) {
    ObjectNode both = TinyImageTrials.common().put("architecture", TinyImageTrials.CHILD);
    both.setAll(TinyImageTrials.trained());
    both.putObject("scoring").put("batches", 1).putArray("trainedShares").add(1.0);
    if (field.equals("space")) {
      both.putObject("space")
          .put("layers", 2)
          .put("hidden", 4)
          .put("heads", 1)
          .put("ffnInner", 8)
          .put("sepConvExpansion", 0)
          .putArray("operators")
          .add("ffn")
          .add("id");
    } else {
      both.putObject("text").put("vocabularySize", 64).put("sequenceLength", 8);
    }

    assertThatThrownBy(() -> read(ImageStandAloneExperiment.KIND, both, StandAloneSettings.class))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("images have a space of their own, and no text");
  }

  @Test
  void a_crop_of_another_size_than_the_space_takes_is_one_line() {
    images
        .putObject("augmentation")
        .put("cropPadding", 0)
        .put("flip", false)
        .putObject("resizedCrop")
        .put("side", 16)
        .put("minScale", 0.5)
        .put("maxScale", 1)
        .put("minRatio", 1)
        .put("maxRatio", 1);

    assertThatThrownBy(this::training)
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "resizedCrop brings pictures to a side of 16, but the space takes 12");
  }

  /**
   * A probe validates in parts of a micro-batch, which calibration images can't be divided into.
   */
  @Test
  void a_probe_in_parts_goes_without_calibration_images() {
    ObjectNode probe = TinyImageTrials.probeSettings();
    ((ObjectNode) probe.get("training")).put("microBatch", 4);

    assertThatThrownBy(() -> read(ImageProbeExperiment.KIND, probe, InterferenceSettings.class))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("microBatch is 4; with calibration images it must be 0");
  }

  @Test
  void a_search_by_latency_is_refused_where_no_latencies_are_known() {
    ObjectNode search =
        TinyImageTrials.searchSettings("random").put("noSlowerThan", TinyImageTrials.CHILD);

    assertThatThrownBy(() -> read(ImageSearchExperiment.KIND, search, SearchSettings.class))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no latencies of images are known: leave noSlowerThan out");
  }

  @Test
  void a_search_with_a_limit_of_no_multiply_adds_is_one_line() {
    ObjectNode search = TinyImageTrials.searchSettings("random").put("mostMultiplyAdds", 0);

    assertThatThrownBy(() -> read(ImageSearchExperiment.KIND, search, SearchSettings.class))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("mostMultiplyAdds is 0; it must be at least 1");
  }
}
