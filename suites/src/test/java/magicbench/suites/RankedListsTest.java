package magicbench.suites;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import magicbench.harness.ranking.StratifiedDraw;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.file.Json;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which child models are ranked was drawn, not chosen. */
final class RankedListsTest {

  static Stream<Scale> scales() {
    return Scales.fromClasspath(RankedListsTest.class.getClassLoader()).all().stream()
        .filter(scale -> scale.experiments().containsKey("super-net"));
  }

  @ParameterizedTest
  @MethodSource("scales")
  void the_ranked_child_models_are_the_draw_of_seed_0(Scale scale) throws JsonProcessingException {
    JsonNode settings = scale.experiments().get("super-net").settings();
    List<String> listed = new ArrayList<>();
    settings.get("architectures").forEach(child -> listed.add(child.textValue()));
    SpaceSettings space = Json.json().treeToValue(settings.get("space"), SpaceSettings.class);
    NetworkSize size =
        new NetworkSize(
            space.space(),
            settings.at("/text/vocabularySize").intValue(),
            settings.at("/text/sequenceLength").intValue());

    List<Architecture> drawn = new StratifiedDraw(size).draw(listed.size(), new Seeds(0));

    assertThat(listed).isEqualTo(drawn.stream().map(Architecture::toString).toList());
  }

  @ParameterizedTest
  @MethodSource("scales")
  void the_truth_is_trained_for_the_same_child_models(Scale scale) {
    List<JsonNode> alone = scale.experiments().get("stand-alone").each().get("architecture");
    JsonNode ranked = scale.experiments().get("super-net").settings().get("architectures");
    assertThat(alone).containsExactlyElementsOf(ranked);
  }
}
