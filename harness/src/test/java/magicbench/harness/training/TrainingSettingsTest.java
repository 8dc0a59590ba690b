package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingSettingsTest {

  private static TrainingSettings settings(Decay decay, long warmupSteps) {
    return new TrainingSettings(110, 32, 2e-3, warmupSteps, decay, 0.01, 1, 0.9, 0.999, 1e-8, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "CONSTANT, 0, 2e-4",
    "CONSTANT, 9, 2e-3",
    "CONSTANT, 109, 2e-3",
    "LINEAR, 4, 1e-3",
    "LINEAR, 10, 2e-3",
    "LINEAR, 60, 1e-3",
    "LINEAR, 85, 5e-4",
    "COSINE, 10, 2e-3",
    "COSINE, 60, 1e-3",
    "COSINE, 110, 0",
    "COSINE, 500, 0"
  })
  void warms_up_and_decays(Decay decay, long step, double expected) {
    assertThat(settings(decay, 10).learningRateAt(step)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void may_warm_up_to_the_end() {
    assertThat(settings(Decay.LINEAR, 110).learningRateAt(109)).isEqualTo(2e-3);
  }

  @Test
  void is_read_from_json() throws JsonProcessingException {
    String json =
        """
        {"steps": 110, "batch": 32, "learningRate": 0.002, "warmupSteps": 10, "decay": "cosine",
         "weightDecay": 0.01, "clipNorm": 1, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8,
         "checkpointEverySteps": 0}
        """;
    assertThat(new ObjectMapper().readValue(json, TrainingSettings.class))
        .isEqualTo(settings(Decay.COSINE, 10));
  }

  @ParameterizedTest
  @CsvSource({"1, 110, 30", "4, 27, 8", "110, 1, 0"})
  void a_part_of_a_training_warms_up_in_proportion(int parts, long steps, long warmupSteps) {
    TrainingSettings part = settings(Decay.COSINE, 30).part(parts);

    assertThat(part.steps()).isEqualTo(steps);
    assertThat(part.warmupSteps()).isEqualTo(warmupSteps);
    assertThat(part.learningRateAt(0)).isPositive();
  }

  @Test
  void names_the_field_that_is_out_of_range() {
    assertThatThrownBy(() -> settings(Decay.LINEAR, 111))
        .hasMessage("warmupSteps is 111; it must be 0 to steps");
  }
}
