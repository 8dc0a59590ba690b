package magicbench.results.plan;

import static magicbench.results.plan.PlanFixtures.experiment;
import static magicbench.results.plan.PlanFixtures.json;
import static magicbench.results.plan.PlanFixtures.scaleOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;

/** Which trial's output a trial reads, where it isn't the one of its own method. */
class NeedsTest {

  private static SortedMap<String, JsonNode> methods(String... names) {
    SortedMap<String, JsonNode> methods = new TreeMap<>();
    List.of(names).forEach(name -> methods.put(name, json("{}")));
    return methods;
  }

  private static Scale.Experiment kind(
      List<String> needs,
      SortedMap<String, JsonNode> methods,
      String ownMethod,
      Map<String, List<String>> needsOf) {
    return new Scale.Experiment(
        List.of(1L, 2L),
        needs,
        json("{}"),
        methods,
        new TreeMap<>(),
        ownMethod,
        new TreeMap<>(needsOf));
  }

  /** A net is searched; what is found is drilled, and so is a copy of what one search found. */
  private static Map<String, Scale.Experiment> chain() {
    return Map.of(
        "text", experiment(List.of()),
        "net", kind(List.of("text"), methods("fancy", "plain"), "", Map.of()),
        "search",
            kind(
                List.of("text", "net"),
                methods("fancy", "plain", "lottery"),
                "",
                Map.of("lottery", List.of("text", "net@fancy"))),
        "copy", kind(List.of("search@fancy"), new TreeMap<>(), "made", Map.of()),
        "drill",
            kind(
                List.of("search"),
                methods("fancy", "plain", "lottery", "twin"),
                "fancy",
                Map.of("twin", List.of("copy"))));
  }

  private static List<String> planned(String method) {
    Map<String, Scale.Experiment> kinds = new TreeMap<>(chain());
    Scale.Experiment drill = kinds.get("drill");
    kinds.put("drill", kind(drill.needs(), drill.methods(), method, drill.needsOf()));
    return Planner.ofKind("drill", scaleOf(kinds), Overrides.none()).trials().stream()
        .filter(trial -> trial.seed() != 2)
        .map(trial -> trial.kind() + " " + trial.method())
        .toList();
  }

  @Test
  void a_trial_needs_the_trial_of_its_own_method() {
    assertThat(planned("plain"))
        .containsExactly("text none", "net plain", "search plain", "drill plain");
  }

  @Test
  void a_method_may_need_the_trial_of_another_method() {
    assertThat(planned("lottery"))
        .containsExactly("text none", "net fancy", "search lottery", "drill lottery");
  }

  @Test
  void a_method_may_need_another_kind() {
    assertThat(planned("twin"))
        .containsExactly("text none", "net fancy", "search fancy", "copy made", "drill twin");
  }

  @Test
  void a_needed_kind_must_name_the_method_that_it_is_needed_for() {
    Map<String, Scale.Experiment> kinds = new TreeMap<>(chain());
    kinds.put("net", kind(List.of("text"), methods("fancy"), "", Map.of()));
    kinds.put("drill", kind(List.of("search"), methods("plain"), "plain", Map.of()));

    assertThatThrownBy(() -> Planner.ofKind("drill", scaleOf(kinds), Overrides.none()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("experiment net names no method plain, which search of plain needs");
  }

  @Test
  void a_scales_file_may_not_need_a_kind_that_isn_t_there() {
    String yaml =
        """
        name: made
        statement: A test's.
        assumedFlopsPerSecond: 1.0e9
        workers: 1
        experiments:
          drill:
            seeds: [1]
            needs: []
            needsOf:
              twin: [copy@fancy]
            settings: {}
        """;

    assertThatThrownBy(() -> ScaleFile.read("s.yaml", yaml.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InputException.class)
        .hasMessage("s.yaml /experiments/drill/needs: no experiment copy; use one of [drill]");
  }
}
