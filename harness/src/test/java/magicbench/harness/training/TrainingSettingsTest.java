package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  private static TrainingSettings settings(Momentum momentum, Double averageDecay) {
    return new TrainingSettings(
        110, 32, 2e-3, 10, Decay.COSINE, 0.01, 1, 0.9, 0.999, 1e-8, 0, 0, momentum, averageDecay);
  }

  /** What checkpoints hold that were written before there was momentum. */
  @Test
  void is_written_without_what_it_lacks() throws JsonProcessingException {
    assertThat(new ObjectMapper().writeValueAsString(settings(Decay.COSINE, 10)))
        .isEqualTo(
            "{\"steps\":110,\"batch\":32,\"learningRate\":0.002,\"warmupSteps\":10,"
                + "\"decay\":\"cosine\",\"weightDecay\":0.01,\"clipNorm\":1.0,\"beta1\":0.9,"
                + "\"beta2\":0.999,\"epsilon\":1.0E-8,\"checkpointEverySteps\":0,\"microBatch\":0}");
  }

  @Test
  void is_the_same_with_and_without_the_fields_that_it_lacks() {
    assertThat(settings(null, null)).isEqualTo(settings(Decay.COSINE, 10));
  }

  @Test
  void momentum_and_averages_are_read_from_json() throws JsonProcessingException {
    ObjectNode json = new ObjectMapper().valueToTree(settings(Decay.COSINE, 10));
    json.put("averageDecay", 0.999).putObject("momentum").put("factor", 0.9).put("nesterov", true);

    assertThat(new ObjectMapper().readValue(json.toString(), TrainingSettings.class))
        .isEqualTo(settings(new Momentum(0.9, true), 0.999));
  }

  @Test
  void momentum_and_averages_are_read_back_as_they_were_written() throws JsonProcessingException {
    TrainingSettings settings = settings(new Momentum(0.9, false), 0.99);
    String json = new ObjectMapper().writeValueAsString(settings);

    assertThat(new ObjectMapper().readValue(json, TrainingSettings.class)).isEqualTo(settings);
  }

  @Test
  void a_part_of_a_training_has_its_momentum_and_averages() {
    TrainingSettings part = settings(new Momentum(0.9, true), 0.99).part(2);

    assertThat(part.momentum()).isEqualTo(new Momentum(0.9, true));
    assertThat(part.averageDecay()).isEqualTo(0.99);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.5, Double.NaN})
  void names_an_average_that_is_none(double averageDecay) {
    assertThatThrownBy(() -> settings(null, averageDecay))
        .hasMessage("averageDecay is " + averageDecay + "; it must be above 0 to below 1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -0.1, Double.NaN})
  void names_a_momentum_that_never_ends_or_turns_round(double factor) {
    assertThatThrownBy(() -> new Momentum(factor, false))
        .hasMessage("momentum.factor is " + factor + "; it must be 0 to below 1");
  }

  @Test
  void there_is_nothing_to_look_ahead_along_without_momentum() {
    assertThatThrownBy(() -> new Momentum(0, true))
        .hasMessage("momentum.nesterov is true; it must be false where momentum.factor is 0");
  }
}
