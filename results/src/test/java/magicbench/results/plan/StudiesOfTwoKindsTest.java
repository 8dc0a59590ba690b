package magicbench.results.plan;

import static magicbench.results.plan.PlanFixtures.experiment;
import static magicbench.results.plan.PlanFixtures.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;

/** Studies of a scale where two kinds of super-nets are ranked, each with methods of its own. */
class StudiesOfTwoKindsTest {

  private static Claim claim(String id, String kind, String truth) throws IOException {
    Claim given = PlanFixtures.claims().get(0);
    return new Claim(
        id,
        given.version(),
        given.suite(),
        given.title(),
        given.statement(),
        given.source(),
        given.paperValue(),
        kind,
        "fancy",
        new Metric("gain", "scores", "loss", "loss", List.of(), 1, "plain", truth),
        given.direction(),
        given.tolerance(),
        given.decision(),
        given.controls(),
        given.changes());
  }

  private static List<Claim> claims() throws IOException {
    return List.of(
        claim("ranks", "net", "alone"), claim("ranks-images", "image-net", "image-alone"));
  }

  private static Scale.Experiment nets(String... methods) {
    SortedMap<String, JsonNode> named = new TreeMap<>();
    Stream.concat(Stream.of("fancy", "plain"), Arrays.stream(methods))
        .forEach(method -> named.put(method, json("{\"own\": \"" + method + "\"}")));
    return new Scale.Experiment(
        List.of(1L), List.of(), json("{}"), named, new TreeMap<>(), "", new TreeMap<>());
  }

  private static Scale.Experiment alone(String... methods) {
    SortedMap<String, JsonNode> named = new TreeMap<>();
    Arrays.stream(methods)
        .forEach(method -> named.put(method, json("{\"own\": \"" + method + "\"}")));
    return new Scale.Experiment(
        List.of(9L), List.of(), json("{}"), named, new TreeMap<>(), "alone", new TreeMap<>());
  }

  private static Scale scale(Scale.Study.Point... points) {
    Map<String, Scale.Experiment> experiments =
        Map.of(
            "net", nets("wide"),
            "image-net", nets("deep"),
            "alone", alone("alone-wide"),
            "image-alone", alone(),
            "text", experiment(List.of()));
    return new Scale(
        "made",
        "A test's.",
        1,
        1,
        new TreeMap<>(experiments),
        "",
        Optional.empty(),
        List.of(),
        List.of(new Scale.Study("s", "t", "x", List.of(points))));
  }

  private static List<String> planned(Scale.Study.Point... points) throws IOException {
    return Planner.plan(claims(), scale(points), Overrides.none()).trials().stream()
        .map(trial -> trial.kind() + " " + trial.method())
        .toList();
  }

  @Test
  void plans_a_point_for_the_kind_that_knows_its_methods() throws IOException {
    assertThat(planned(new Scale.Study.Point("1", "deep", "plain")))
        .contains("image-net deep")
        .doesNotContain("net deep");
  }

  @Test
  void plans_a_point_that_both_know_for_both() throws IOException {
    assertThat(planned(new Scale.Study.Point("1", "plain", "fancy")))
        .contains("net plain", "image-net plain");
  }

  @Test
  void plans_a_truth_of_the_points_kind_alone() throws IOException {
    assertThat(planned(new Scale.Study.Point("1", "wide", "plain", "alone-wide")))
        .contains("net wide", "alone alone-wide")
        .doesNotContain("image-alone alone-wide");
  }

  @Test
  void refuses_a_point_that_no_kind_knows() throws IOException {
    Scale scale = scale(new Scale.Study.Point("1", "deep", "wide"));
    List<Claim> claims = claims();

    assertThatThrownBy(() -> Planner.plan(claims, scale, Overrides.none()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("experiment net names no method deep, which study s needs");
  }
}
