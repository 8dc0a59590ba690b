package magicbench.harness.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpaceSettingsTest {

  private static final List<String> TWO = List.of("mha", "ffn");

  @Test
  void is_read_from_json() throws JsonProcessingException {
    String json =
        """
        {"layers": 8, "operators": ["mha", "ffn"], "hidden": 64, "heads": 4, "ffnInner": 256,
         "sepConvExpansion": 2}
        """;
    assertThat(new ObjectMapper().readValue(json, SpaceSettings.class))
        .isEqualTo(new SpaceSettings(8, TWO, 64, 4, 256, 2));
  }

  @Test
  void has_a_form_that_json_may_name() throws JsonProcessingException {
    String json =
        """
        {"layers": 8, "operators": ["mha", "ffn"], "hidden": 64, "heads": 4, "ffnInner": 256,
         "sepConvExpansion": 2, "form": "bert"}
        """;
    assertThat(new ObjectMapper().readValue(json, SpaceSettings.class).space().form())
        .isEqualTo(Form.BERT);
    assertThat(new SpaceSettings(8, TWO, 64, 4, 256, 2).space().form()).isEqualTo(Form.PRE_NORM);
  }

  @Test
  void spells_the_default_form_by_leaving_it_out() throws JsonProcessingException {
    SpaceSettings plain = new SpaceSettings(8, TWO, 64, 4, 256, 2);

    assertThat(new SpaceSettings(8, TWO, 64, 4, 256, 2, "pre-norm")).isEqualTo(plain);
    assertThat(new ObjectMapper().writeValueAsString(plain)).doesNotContain("form");
  }

  @Test
  void names_an_unknown_form() {
    assertThatThrownBy(() -> new SpaceSettings(8, TWO, 64, 4, 256, 2, "post-norm"))
        .hasMessage("form is post-norm, none of [pre-norm, bert]");
  }

  @Test
  void names_the_field_that_is_out_of_range() {
    assertThatThrownBy(() -> new SpaceSettings(0, TWO, 64, 4, 256, 2))
        .hasMessage("layers is 0; it must be 1 to 99");
  }

  @Test
  void names_heads_that_do_not_divide_the_width() {
    assertThatThrownBy(() -> new SpaceSettings(8, TWO, 64, 5, 256, 2))
        .hasMessage("heads is 5; it must divide hidden, which is 64");
  }

  @Test
  void names_an_unknown_operator() {
    assertThatThrownBy(() -> new SpaceSettings(8, List.of("mha", "rnn"), 64, 4, 256, 2))
        .hasMessageContaining("rnn");
  }

  @Test
  void names_missing_operators() {
    assertThatThrownBy(() -> new SpaceSettings(8, null, 64, 4, 256, 2))
        .hasMessageContaining("operators are []");
  }
}
