package magicbench.suites;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import magicbench.harness.ranking.StratifiedDraw;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.MobileSettings;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SizedSpace;
import magicbench.harness.space.SpaceSettings;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.file.Json;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which child models are ranked was drawn, not chosen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RankedListsTest {

  private static final Set<String> SUPER_NETS = Set.of("super-net", "image-super-net");
  private static final Set<String> ALONE = Set.of("stand-alone", "image-stand-alone");

  private final Map<String, List<String>> drawn = new TreeMap<>();

  private static final List<Claim> CLAIMS =
      ClaimRegistry.fromClasspath(RankedListsTest.class.getClassLoader()).all();

  static Stream<Scale> scales() {
    return AskingScales.of(CLAIMS)
        .filter(
            scale -> SUPER_NETS.stream().anyMatch(kind -> scale.experiments().containsKey(kind)));
  }

  @ParameterizedTest
  @MethodSource("scales")
  void the_ranked_child_models_are_the_draw_of_seed_0(Scale scale) {
    for (JsonNode settings : superNets(scale)) {
      assertThat(listed(settings)).isEqualTo(drawn(settings));
    }
  }

  /** What super-nets are told at a scale, everything that bears on the draw once. */
  private static Collection<JsonNode> superNets(Scale scale) {
    SortedMap<String, JsonNode> differing = new TreeMap<>();
    trials(scale)
        .filter(trial -> SUPER_NETS.contains(trial.kind()))
        .map(Trial::settings)
        .forEach(told -> differing.put(space(told) + " " + told.get("architectures"), told));
    return differing.values();
  }

  /** A network of images has its space among what it tells of images. */
  private static JsonNode space(JsonNode told) {
    return told.has("images") ? told.at("/images/space") : told.get("space");
  }

  /** Networks with another normalisation may be held against the same truth. */
  private static String choices(JsonNode told) {
    return told.has("images")
        ? space(told).<ObjectNode>deepCopy().without("normalisation").toString()
        : space(told).toString();
  }

  private static List<String> listed(JsonNode settings) {
    List<String> listed = new ArrayList<>();
    settings.get("architectures").forEach(child -> listed.add(child.textValue()));
    return listed;
  }

  /** Several scales rank the same child models; they are drawn once. */
  private List<String> drawn(JsonNode settings) {
    String drawnBy =
        space(settings) + " " + settings.get("text") + " " + settings.get("architectures").size();
    return drawn.computeIfAbsent(drawnBy, key -> draw(settings));
  }

  private static List<String> draw(JsonNode settings) {
    return new StratifiedDraw(sized(settings))
        .draw(settings.get("architectures").size(), new Seeds(0)).stream()
            .map(Architecture::toString)
            .toList();
  }

  private static SizedSpace sized(JsonNode settings) {
    if (settings.has("images")) {
      return Json.json().convertValue(space(settings), MobileSettings.class).space();
    }
    return new NetworkSize(
        Json.json().convertValue(space(settings), SpaceSettings.class).space(),
        settings.at("/text/vocabularySize").intValue(),
        settings.at("/text/sequenceLength").intValue());
  }

  /** Of what ranks and what holds the truth: a super-net that is only searched in ranks nothing. */
  private static Stream<Trial> trials(Scale scale) {
    List<Claim> ranking =
        scale.asked(CLAIMS).stream().filter(claim -> !claim.metric().truth().isEmpty()).toList();
    return Planner.plan(ranking, scale, Overrides.none()).trials().stream();
  }

  @ParameterizedTest
  @MethodSource("scales")
  void the_truth_is_trained_for_the_same_child_models_of_the_same_space(Scale scale) {
    Map<String, Set<String>> alone = new TreeMap<>();
    trials(scale)
        .filter(trial -> ALONE.contains(trial.kind()))
        .map(Trial::settings)
        .forEach(
            told ->
                alone
                    .computeIfAbsent(choices(told), space -> new TreeSet<>())
                    .add(told.get("architecture").textValue()));

    for (JsonNode told : superNets(scale)) {
      assertThat(alone.get(choices(told))).containsExactlyInAnyOrderElementsOf(listed(told));
    }
  }
}
