package magicbench.results.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DottedSettingsTest {

  @Test
  void names_every_setting_by_its_path() {
    assertThat(
            DottedSettings.of(
                PlanFixtures.json(
                    "{\"training\": {\"steps\": 9, \"decay\": \"cosine\"}, \"kernels\": [3, 5],"
                        + " \"stages\": [{\"width\": 16}, {\"width\": 32}], \"none\": {}}")))
        .containsEntry("training.steps", "9")
        .containsEntry("training.decay", "cosine")
        .containsEntry("kernels", "[3,5]")
        .containsEntry("stages.0.width", "16")
        .containsEntry("stages.1.width", "32")
        .containsEntry("none", "{}")
        .hasSize(6);
  }

  @Test
  void no_settings_have_no_names() {
    assertThat(DottedSettings.of(PlanFixtures.json("{}"))).isEmpty();
  }
}
