package magicbench.results.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;

final class TextFolderTest {

  @Test
  void a_plan_that_wants_text_is_refused_with_the_options_that_name_it() {
    assertThatThrownBy(() -> TextFolder.requireNamed(planWith("folder")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "scale big: wants a folder of your own text, and none is named; name one of .txt or"
                + " .jsonl files with --data DIR or -Dmagicbench.text=DIR");
  }

  @Test
  void a_plan_whose_text_is_named_may_run() {
    String named =
        TextFolder.overrides(Path.of("books"))
            .settingsByKind()
            .get("tokenise")
            .path("text")
            .asText();

    assertThatCode(() -> TextFolder.requireNamed(planWith(named))).doesNotThrowAnyException();
  }

  @Test
  void a_plan_that_brings_its_text_may_run() {
    assertThatCode(() -> TextFolder.requireNamed(planWith("embedded"))).doesNotThrowAnyException();
  }

  private static Plan planWith(String text) {
    Trial trial =
        Trial.of(
            "tokenise",
            "none",
            0,
            List.of(),
            JsonNodeFactory.instance.objectNode().put("text", text));
    return new Plan(Plan.SCHEMA_VERSION, "big", "0", List.of(trial), new TreeMap<>());
  }
}
