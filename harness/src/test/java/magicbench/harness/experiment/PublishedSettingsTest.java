package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import magicbench.harness.pretrained.PublishedModel;
import org.junit.jupiter.api.Test;

class PublishedSettingsTest {

  private static PublishedSettings settings(String model, int vocabulary, int sequence) {
    return new PublishedSettings("cpu", model, new InterferenceSettings.Text(vocabulary, sequence));
  }

  @Test
  void names_a_published_model() {
    assertThat(settings("minilm-l6", 30_522, 48).published()).isEqualTo(PublishedModel.MINILM_L6);
  }

  @Test
  void wants_the_whole_vocabulary() {
    assertThatThrownBy(() -> settings("minilm-l6", 1024, 48))
        .hasMessage("vocabularySize is 1024; published weights need all 30522");
  }

  @Test
  void wants_no_more_places_than_were_published() {
    assertThatThrownBy(() -> settings("minilm-l6", 30_522, 513))
        .hasMessage("sequenceLength is 513; it must be 1 to 512");
  }

  @Test
  void refuses_a_model_that_nobody_published() {
    assertThatThrownBy(() -> settings("bert-huge", 30_522, 48))
        .hasMessage("model is bert-huge, none of [bert-base, minilm-l6]");
  }
}
