package magicbench.results.report;

import java.util.List;
import java.util.Optional;
import magicbench.results.compare.ClaimChange;
import magicbench.results.compare.CostChange;
import magicbench.results.compare.Difference;
import magicbench.results.compare.Fact;
import magicbench.results.compare.RunComparison;
import magicbench.results.compare.Spent;
import magicbench.results.compare.Standing;
import magicbench.results.compare.Told;
import magicbench.results.verdict.Estimate;

/** The tables of the page on two runs. */
final class CompareTables {

  private static final int LONGEST = 140;
  private static final String EFFECTS =
      "The difference is the mean over seeds after, less the mean before, with a 95 % interval."
          + " Where the trials are the same it is taken seed by seed, with Student\u2019s interval"
          + " and the exact sign flip; else the seeds are two independent samples, with Welch\u2019s"
          + " interval and test. The p-value is corrected by Holm over the claims of this page.";
  private static final String FACTS =
      "What the records say of how they were made. What one side doesn\u2019t know stands among the"
          + " differences, as what may differ; what both don\u2019t know stands below.";
  private static final String COSTS =
      "CPU time is that of a trial, speed what was trained on in a second of training (sequences or"
          + " pictures): means over the trials that know it. A ratio between two machines says"
          + " nothing of the code alone.";

  private CompareTables() {}

  static Tag claims(RunComparison comparison, CompareRecords records) {
    Tag section = Page.section("effects", "What it did");
    if (comparison.claims().isEmpty()) {
      return section.add(Tag.of("p", "No claim could be judged by the records of either side."));
    }
    DataTable table =
        DataTable.traced(
            "Claims by their verdicts and effects",
            "Claim",
            "Verdict",
            "Effect before",
            "Effect after",
            "Difference",
            "p (Holm)",
            "Compared");
    comparison.claims().forEach(claim -> addClaim(table, claim, records.of(claim)));
    return section.add(Tag.of("p", EFFECTS), table.cards()).add(reasons(comparison.claims()));
  }

  /** An effect that is the same may have another verdict: only the reasons tell why. */
  private static List<Tag> reasons(List<ClaimChange> claims) {
    return claims.stream()
        .filter(ClaimChange::verdictChanged)
        .map(
            claim ->
                Tag.of("div")
                    .add(Tag.of("h3", "Why " + claim.claim() + " changed its verdict"))
                    .add(
                        new Definitions()
                            .add("Before", claim.before().orElseThrow().reason())
                            .add("After", claim.after().orElseThrow().reason())
                            .list()))
        .toList();
  }

  private static void addClaim(DataTable table, ClaimChange claim, Tag source) {
    table.tracedRow(
        source,
        Tag.of("span").add(Phrases.text(claim.title() + " "), Phrases.code(claim.claim())),
        Tag.of("span")
            .add(verdict(claim.before()), Phrases.text(" \u2192 "), verdict(claim.after())),
        effect(claim.before()),
        effect(claim.after()),
        claim
            .difference()
            .map(each -> difference(each, claim.unit()))
            .orElseGet(CompareTables::none),
        claim
            .difference()
            .flatMap(Difference::adjustedPValue)
            .map(Numbers::tag)
            .orElseGet(CompareTables::none),
        claim.difference().map(CompareTables::how).orElseGet(CompareTables::none));
  }

  private static Tag none() {
    return Phrases.text("none");
  }

  private static Tag verdict(Optional<Standing> standing) {
    return standing
        .map(each -> Phrases.verdict(each.verdict()).with("title", each.reason()))
        .orElseGet(() -> Phrases.text("not judged"));
  }

  private static Tag effect(Optional<Standing> standing) {
    return standing
        .flatMap(Standing::effect)
        .map(CompareTables::effect)
        .orElseGet(() -> Phrases.text("not estimated"));
  }

  private static Tag effect(Estimate effect) {
    return Tag.of("span").add(Phrases.value(effect), Phrases.text(" "), Phrases.interval(effect));
  }

  private static Tag difference(Difference difference, String unit) {
    int decimals = Phrases.decimals(difference.value(), difference.interval());
    return Tag.of("span")
        .add(Numbers.tag(difference.value(), decimals), Phrases.text(" "))
        .add(Phrases.interval(difference.interval(), decimals), Phrases.text(" "))
        .add(Tag.of("span", unit).with("class", "unit"));
  }

  private static Tag how(Difference difference) {
    String seeds =
        difference.paired()
            ? Phrases.count(difference.seedsBefore(), "seed")
            : difference.seedsBefore() + " and " + Phrases.count(difference.seedsAfter(), "seed");
    return Phrases.text(difference.how() + "; " + seeds);
  }

  static Tag facts(List<Fact> facts, CompareRecords records) {
    DataTable differing = table("What differs, or may");
    DataTable same = table("What is the same, or unknown on both sides");
    for (Fact fact : facts) {
      boolean telling =
          fact.state() == Fact.State.DIFFERENT || fact.state() == Fact.State.HALF_KNOWN;
      (telling ? differing : same)
          .tracedRow(
              records.all(),
              Tag.of("span", fact.name()).with("class", "value"),
              Phrases.text(fact.category().word()),
              told(fact.before()),
              told(fact.after()));
    }
    Tag section = Page.section("changes", "What changed").add(Tag.of("p", FACTS));
    section.add(
        differing.isEmpty()
            ? Tag.of("p", "Nothing that the records tell differs.")
            : differing.cards());
    return same.isEmpty()
        ? section
        : section.add(folded("What is the same, or unknown on both sides", same.cards()));
  }

  private static DataTable table(String caption) {
    return DataTable.traced(caption, "What", "Of", "Before", "After");
  }

  private static Tag told(Told told) {
    if (told.values().isEmpty() && !told.unknown()) {
      return Phrases.text("none");
    }
    return cut(ComparisonCsv.told(told));
  }

  /** A long text by its beginning; the downloads hold all of it. */
  static Tag cut(String text) {
    Tag shown = Tag.of("span").with("class", "value");
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return shown.text(text);
    }
    return shown.text(text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "\u2026");
  }

  /** What is there for those who ask. */
  static Tag folded(String summary, Tag content) {
    return Tag.of("details").add(Tag.of("summary", summary), content);
  }

  static Tag costs(List<CostChange> costs, CompareRecords records) {
    DataTable table =
        DataTable.traced(
            "Cost and throughput by kind of trial",
            "Kind of trial",
            "Trials",
            "CPU time before",
            "CPU time after",
            "Ratio of CPU time",
            "Speed before",
            "Speed after",
            "Ratio of speed");
    for (CostChange cost : costs) {
      table.tracedRow(
          records.ofKind(cost.kind()),
          Phrases.text(cost.kind()),
          Phrases.text(cost.before().trials() + " and " + cost.after().trials()),
          cpu(cost.before()),
          cpu(cost.after()),
          number(cost.cpuRatio()),
          number(cost.before().sequencesPerSecond()),
          number(cost.after().sequencesPerSecond()),
          number(cost.throughputRatio()));
    }
    return Page.section("cost", "Cost").add(Tag.of("p", COSTS), table.cards());
  }

  private static Tag cpu(Spent spent) {
    if (spent.cpuSeconds().isEmpty()) {
      return Phrases.text(spent.trials() == 0 ? "none" : Words.UNKNOWN);
    }
    double seconds = spent.cpuSeconds().get();
    Tag shown = Tag.of("span").add(Phrases.text(Quantities.seconds(seconds)));
    return spent.told() == spent.trials()
        ? shown
        : shown.text(" (unknown for " + (spent.trials() - spent.told()) + ")");
  }

  private static Tag number(Optional<Double> value) {
    return value.map(Numbers::tag).orElseGet(() -> Phrases.text("\u2013"));
  }
}
