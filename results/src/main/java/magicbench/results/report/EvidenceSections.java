package magicbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.record.RunRecord;
import magicbench.results.stats.TestResult;
import magicbench.results.verdict.Breakdown;
import magicbench.results.verdict.DoseResponse.Level;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Stage;
import magicbench.results.verdict.Stratum;

/** What a verdict rests on: curves, stages, seeds, strata, tests and further numbers. */
final class EvidenceSections {

  private final Judgement judgement;
  private final Claim claim;
  private final Evidence evidence;

  private EvidenceSections(Judgement judgement, Evidence evidence) {
    this.judgement = judgement;
    this.claim = judgement.claim();
    this.evidence = evidence;
  }

  static List<Tag> of(
      Judgement judgement, Evidence evidence, SortedMap<String, RunRecord> records) {
    EvidenceSections sections = new EvidenceSections(judgement, evidence);
    List<Tag> all = new ArrayList<>();
    if (canBeExplored(evidence)) {
      all.add(sections.doseResponse(records));
    }
    all.add(sections.stages());
    all.add(sections.seeds());
    evidence.breakdowns().forEach(breakdown -> all.add(sections.breakdown(breakdown)));
    all.add(sections.tests());
    sections
        .estimates("alternatives", "Other estimators of the effect", evidence.alternatives())
        .forEach(all::add);
    sections.estimates("measurements", "Measurements", evidence.measurements()).forEach(all::add);
    return all;
  }

  /** Whether there is a plot that the page's reader can explore. */
  static boolean canBeExplored(Evidence evidence) {
    return !evidence.curve().levels().isEmpty();
  }

  private Tag doseResponse(SortedMap<String, RunRecord> records) {
    DataTable table =
        DataTable.traced(
            "Means at each level",
            Words.heading(Words.phrase(evidence.curve().cause())),
            "Mean of " + Words.phrase(evidence.curve().outcome()),
            "Interval",
            "Rows");
    for (Level level : evidence.curve().levels()) {
      int decimals = Phrases.decimals(level.mean(), level.interval());
      table.tracedRow(
          Phrases.records(judgement),
          Numbers.tag(level.cause(), Numbers.trimmed(level.cause())),
          Numbers.tag(level.mean(), decimals),
          Phrases.interval(level.interval(), decimals),
          Phrases.text(Integer.toString(level.observations())));
    }
    return Page.section("dose-response", "Dose and response")
        .add(
            pair(
                figure(DoseResponsePlot.draw(claim, evidence, records.values()))
                    .add(
                        Explorer.of(
                            "dose and response",
                            DoseResponsePlot.explored(claim, evidence, records.values()))),
                table));
  }

  private Tag stages() {
    DataTable table = comparedTable("Effect along training", "Share of training");
    for (Stage stage : evidence.stages()) {
      addCompared(table, StagesPlot.label(stage), stage.effect(), stage.alternative());
    }
    Tag section =
        Page.section("stages", "Along training").add(Tag.of("p", evidence.learnedStatement()));
    evidence
        .learned()
        .ifPresent(
            learned ->
                section.add(
                    Tag.of("p", learned.name() + ": ")
                        .add(Phrases.effect(learned, claim.tolerance().unit()))
                        .text(", from ")
                        .add(Phrases.records(judgement))));
    return section.add(figure(StagesPlot.draw(claim, evidence)), table.scrolling());
  }

  private Tag seeds() {
    DataTable table =
        DataTable.traced("Effect of each super-net seed", "Seed", ClaimWords.effect(claim));
    for (Map.Entry<Long, Double> seed : evidence.perSeed().entrySet()) {
      table.tracedRow(
          Phrases.records(judgement),
          Phrases.text(seed.getKey().toString()),
          Numbers.tag(seed.getValue(), Phrases.SEED_DECIMALS));
    }
    return Page.section("seeds", "Seed by seed")
        .add(pair(figure(SeedPlot.draw(claim, evidence)), table));
  }

  private Tag breakdown(Breakdown breakdown) {
    String by = Words.phrase(breakdown.by());
    DataTable table = comparedTable("Effect by " + by, Words.heading(by));
    for (Stratum stratum : breakdown.strata()) {
      addCompared(
          table, stratum.name(), Optional.of(stratum.effect()), Optional.of(stratum.alternative()));
    }
    Figure figure = BreakdownPlot.draw(claim, evidence, breakdown);
    return Page.section(figure.name(), "By " + by).add(figure(figure), table.scrolling());
  }

  private Tag tests() {
    DataTable table =
        DataTable.traced(
            "Tests",
            "Test",
            "Statistic",
            "p-value",
            "Adjusted (Holm)",
            "Smallest possible p-value");
    addTest(table, evidence.test(), probability(evidence.adjustedPValue()));
    evidence.otherTests().forEach(test -> addTest(table, test, Phrases.text("not adjusted")));
    return Page.section("tests", "Tests").add(Tag.of("p", beside()), table.cards());
  }

  private String beside() {
    return claim.metric().statesLevel()
        ? "No test decides: the interval does. The one shown asks whether seeds lie as far above the"
            + " least that counts as below it."
        : "The first test decides. " + trend();
  }

  private String trend() {
    if (!claim.metric().against().isEmpty() && evidence.otherTests().isEmpty()) {
      return "No equivalence test stands beside it: any gain as claimed counts, or there is a single"
          + " seed.";
    }
    if (!claim.metric().against().isEmpty()) {
      return "The equivalence test beside it asks whether the gain is shown to be smaller than the"
          + " tolerance, either way.";
    }
    if (!evidence.otherTests().isEmpty()) {
      return "The monotone-trend test beside it takes super-net seeds as blocks and levels of the"
          + " cause as treatments, in the claimed direction.";
    }
    return claim.decision().trend().equals("none")
        ? "The claim asks for no monotone-trend test: a curve over its cause holds nothing fixed."
        : "The monotone-trend test needs two levels of the cause that every seed has.";
  }

  private void addTest(DataTable table, TestResult test, Tag adjusted) {
    table.tracedRow(
        Phrases.records(judgement),
        Phrases.text(test.method()),
        Numbers.tag(test.statistic()),
        probability(test.pValue()),
        adjusted,
        probability(test.smallestPValue()));
  }

  private static Tag probability(double probability) {
    return Numbers.tag(probability, Numbers.trimmed(probability));
  }

  private Stream<Tag> estimates(String id, String heading, List<Estimate> estimates) {
    DataTable table = estimateTable(heading, "What");
    estimates.forEach(estimate -> addEstimate(table, estimate.name(), estimate));
    return table.isEmpty()
        ? Stream.empty()
        : Stream.of(Page.section(id, heading).add(table.cards()));
  }

  private static DataTable estimateTable(String caption, String what) {
    return DataTable.traced(caption, what, "Value", "Interval", "Rows", "Seeds");
  }

  private DataTable comparedTable(String caption, String what) {
    return DataTable.traced(
        caption,
        what,
        Words.heading(evidence.statistic()),
        "Interval",
        Words.heading(evidence.alternativeStatistic()),
        "Its interval",
        "Rows",
        "Seeds");
  }

  private void addCompared(
      DataTable table, String name, Optional<Estimate> effect, Optional<Estimate> alternative) {
    table.tracedRow(
        Phrases.records(judgement),
        Phrases.text(name),
        orUndefined(effect.map(Phrases::value)),
        orUndefined(effect.map(Phrases::interval)),
        orUndefined(alternative.map(Phrases::value)),
        orUndefined(alternative.map(Phrases::interval)),
        orUndefined(effect.map(found -> Phrases.text(Integer.toString(found.observations())))),
        orUndefined(effect.map(found -> Phrases.text(Integer.toString(found.seeds())))));
  }

  private static Tag orUndefined(Optional<Tag> cell) {
    return cell.orElseGet(() -> Phrases.text("undefined"));
  }

  private void addEstimate(DataTable table, String name, Estimate estimate) {
    table.tracedRow(
        Phrases.records(judgement),
        Phrases.text(name),
        Phrases.value(estimate),
        Phrases.interval(estimate),
        Phrases.text(Integer.toString(estimate.observations())),
        Phrases.text(Integer.toString(estimate.seeds())));
  }

  /** A drawing and its numbers, side by side where there is room. */
  private Tag pair(Tag figure, DataTable table) {
    return Tag.of("div").with("class", "pair").add(figure, table.scrolling());
  }

  private Tag figure(Figure figure) {
    String file = SitePaths.FROM_CLAIM + SitePaths.plot(judgement, figure.name());
    return Tag.of("figure")
        .add(
            figure.svg(),
            Tag.of("figcaption", figure.caption() + " ")
                .add(
                    Phrases.link(file, "SVG file"),
                    Phrases.text(", "),
                    Phrases.records(judgement)));
  }
}
