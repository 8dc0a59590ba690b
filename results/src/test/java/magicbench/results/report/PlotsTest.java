package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Breakdown;
import magicbench.results.verdict.DoseResponse;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Stage;
import magicbench.results.verdict.Verdict;
import org.junit.jupiter.api.Test;

final class PlotsTest {

  private final Fixture fixture = Fixture.realistic();
  private final List<RunRecord> records = fixture.probes();
  private final Judgement judgement = fixture.settled("A claim");
  private final Evidence evidence = judgement.evidence().orElseThrow();

  @Test
  void draws_everything_that_a_judgement_holds() {
    assertThat(Plots.of(judgement, records))
        .containsOnlyKeys("by-layer", "by-operator", "dose-response", "seeds", "stages");
  }

  @Test
  void draws_nothing_without_evidence() {
    Judgement empty =
        new Judgement(
            judgement.claim(),
            "laptop",
            "",
            "none",
            new Verdict.NotRun("No record was found."),
            Optional.empty(),
            List.of(),
            List.of(),
            "9c".repeat(32),
            new TreeMap<>());

    assertThat(Plots.of(empty, records)).isEmpty();
  }

  @Test
  void draws_at_most_1500_dots_and_says_so() {
    String svg = DoseResponsePlot.svg(judgement.claim(), evidence, records);

    long dots = svg.lines().filter(line -> line.contains("r=\"1.8\"")).count();
    assertThat(dots).isEqualTo(1500);
    assertThat(svg).contains("1500 of 2000 raw rows, chosen by hash");
  }

  @Test
  void draws_one_mean_a_level() {
    String svg = DoseResponsePlot.svg(judgement.claim(), evidence, records);

    assertThat(svg.lines().filter(line -> line.contains("class=\"mb-mean\""))).hasSize(7);
  }

  @Test
  void draws_a_curve_without_levels_or_rows() {
    Evidence bare = withCurve(new DoseResponse("differences", "gradientCosine", List.of()));

    assertThat(DoseResponsePlot.svg(judgement.claim(), bare, List.of())).contains("0 raw rows");
  }

  @Test
  void marks_the_untrained_stage_with_an_open_circle() {
    String svg = StagesPlot.svg(judgement.claim(), evidence);

    assertThat(svg.lines().filter(line -> line.contains("class=\"mb-open\""))).hasSize(1);
    assertThat(svg).contains(">untrained<", ">10\u00a0%<", ">50\u00a0%<", ">100\u00a0%<");
  }

  @Test
  void says_where_the_effect_of_a_stage_is_undefined() {
    List<Stage> stages = new ArrayList<>(evidence.stages());
    DoseResponse curve = stages.get(0).curve();
    stages.set(0, new Stage(0, Optional.empty(), Optional.empty(), curve));

    String svg = StagesPlot.svg(judgement.claim(), withStages(stages));

    assertThat(svg).contains(">undefined<", ">untrained<");
    assertThat(svg.lines().filter(line -> line.contains("class=\"mb-open\""))).isEmpty();
  }

  @Test
  void draws_one_open_circle_a_seed() {
    String svg = SeedPlot.svg(judgement.claim(), evidence);

    assertThat(svg.lines().filter(line -> line.contains("class=\"mb-open\""))).hasSize(8);
  }

  @Test
  void names_a_numbered_stratum_by_what_it_counts() {
    Breakdown byLayer = evidence.breakdowns().get(0);

    assertThat(BreakdownPlot.svg(judgement.claim(), evidence, byLayer))
        .contains(">layer 0<", ">layer 7<", ">all together<");
  }

  @Test
  void describes_every_drawing_for_those_who_cannot_see_it() {
    assertThat(Plots.of(judgement, records).values())
        .allSatisfy(svg -> assertThat(svg).contains("role=\"img\"", "<title", "<desc"));
  }

  private Evidence withCurve(DoseResponse curve) {
    return with(curve, evidence.stages());
  }

  private Evidence withStages(List<Stage> stages) {
    return with(evidence.curve(), stages);
  }

  private Evidence with(DoseResponse curve, List<Stage> stages) {
    return new Evidence(
        evidence.statistic(),
        evidence.alternativeStatistic(),
        evidence.effect(),
        evidence.perSeed(),
        evidence.test(),
        evidence.adjustedPValue(),
        evidence.otherTests(),
        evidence.alternatives(),
        evidence.breakdowns(),
        curve,
        stages,
        evidence.learned(),
        evidence.learnedStatement(),
        evidence.measurements());
  }
}
