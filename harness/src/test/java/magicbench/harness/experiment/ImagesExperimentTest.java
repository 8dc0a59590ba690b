package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import magicbench.results.file.MissingDataException;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesExperimentTest {

  private final ImagesExperiment experiment = new ImagesExperiment();
  private final ObjectNode settings =
      Json.json()
          .createObjectNode()
          .put("source", "drawn")
          .put("side", 12)
          .put("heldOut", 10)
          .put("most", 20);

  private Trial trial() {
    return Trial.of(ImagesExperiment.KIND, "none", 0, List.of(), settings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cifar-10", "mnist"})
  void a_data_set_whose_folder_is_not_named_is_missing_before_anything_is_run(String source) {
    assumeTrue(System.getProperty(ImagesSettings.DATA) == null, "a folder of data is named");
    settings.put("source", source).put("side", 32);

    assertThatThrownBy(() -> experiment.inputs(trial()))
        .isInstanceOf(MissingDataException.class)
        .hasMessage(
            "%s: no folder is named; give -Dmagicbench.data=DIR, which holds %s", source, source);
  }

  @Test
  void drawn_pictures_need_no_file() {
    assertThat(experiment.inputs(trial())).isEmpty();
  }

  @Test
  void an_unknown_source_is_refused_by_name() {
    settings.put("source", "photographs");

    assertThatThrownBy(() -> experiment.inputs(trial()))
        .isInstanceOf(InputException.class)
        .isNotInstanceOf(MissingDataException.class)
        .hasMessage(
            "settings of images, field source: is photographs; "
                + "give one of [fashion-mnist, mnist, cifar-10, imagenet, drawn]");
  }

  @ParameterizedTest
  @CsvSource({
    "side, 7, side is 7; it must be 8 to 1024",
    "side, 1025, side is 1025; it must be 8 to 1024",
    "heldOut, 0, heldOut is 0; it must be at least 1",
    "most, -1, most is -1; it must be 0 or above",
    "most, 0, most is 0; say how many pictures are to be drawn"
  })
  void a_number_out_of_range_is_one_line(String field, int value, String message) {
    settings.put(field, value);

    assertThatThrownBy(() -> experiment.device(trial()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("correct the scale's file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"source", "side", "heldOut", "most"})
  void a_missing_field_is_one_line(String field) {
    settings.remove(field);

    assertThatThrownBy(() -> experiment.device(trial()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(field);
  }

  @Test
  void pictures_of_one_size_only_are_not_silently_given_another() {
    assumeTrue(System.getProperty(ImagesSettings.DATA) == null, "a folder of data is named");
    settings.put("source", "cifar-10").put("side", 28);

    assertThatThrownBy(() -> experiment.inputs(trial()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("side is 28; pictures of cifar-10 have 32");
  }
}
