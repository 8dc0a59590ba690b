package magicbench.results.report;

import java.util.List;
import magicbench.results.claim.Claim;
import magicbench.results.published.PublishedTable;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.SeedsNeeded;
import magicbench.results.verdict.Verdict;

/** A claim at one scale, with all that its verdict rests on. */
final class ClaimPage {

  private ClaimPage() {}

  /**
   * The page.
   *
   * @param ladder all judgements of the claim, this one among them
   * @param published other people's numbers
   * @param history earlier runs
   */
  static Tag main(
      JudgedTrials trials,
      List<Judgement> ladder,
      List<PublishedTable> published,
      SiteHistory history) {
    Judgement judgement = trials.judgement();
    Tag main =
        Tag.of("main")
            .add(
                Tag.of("p", "Claim ")
                    .with("class", "kicker")
                    .add(Phrases.code(judgement.claim().id()))
                    .text(", version " + judgement.claim().version())
                    .text(", at scale " + judgement.scale()),
                Tag.of("h1", judgement.claim().title()),
                Tag.of("blockquote").add(Tag.of("p", judgement.claim().statement())),
                verdict(judgement),
                question(judgement.claim()))
            .add(LadderSection.of(judgement, ladder));
    judgement
        .evidence()
        .ifPresent(evidence -> main.add(EvidenceSections.of(judgement, evidence, trials.judged())));
    main.add(HistorySection.of(judgement, history.of(judgement)));
    main.add(PublishedSection.of(judgement.claim().suite(), published));
    main.add(
        ToleranceSection.of(judgement),
        ControlsSection.of(judgement),
        TrialSections.cost(trials),
        ProvenanceSection.of(trials),
        TrialSections.list(trials));
    return canBeExplored(judgement) ? main.add(Explorer.script(SitePaths.FROM_CLAIM)) : main;
  }

  static boolean canBeExplored(Judgement judgement) {
    return judgement.evidence().filter(EvidenceSections::canBeExplored).isPresent();
  }

  private static Tag verdict(Judgement judgement) {
    Tag box =
        Page.section("verdict", "Verdict at scale " + judgement.scale())
            .add(
                Tag.of("p")
                    .with("class", "outcome")
                    .add(Phrases.verdict(judgement.verdict().word()))
                    .text(" on device " + judgement.device()),
                Tag.of("p", judgement.verdict().reason()));
    judgement
        .evidence()
        .ifPresent(
            evidence ->
                box.add(
                    Tag.of("p", ClaimWords.effect(judgement.claim()) + ": ")
                        .with("class", "effect")
                        .add(
                            Phrases.effect(evidence.effect(), judgement.claim().tolerance().unit()))
                        .text(
                            ", from %d rows and %d super-net seeds: "
                                .formatted(
                                    evidence.effect().observations(), evidence.effect().seeds()))
                        .add(Phrases.records(judgement))));
    return box.add(
        Tag.of("p", whatItTakes(judgement.verdict())),
        Tag.of("p", judgement.scaleStatement()).with("class", "note"));
  }

  private static String whatItTakes(Verdict verdict) {
    if (verdict instanceof Verdict.Undecided undecided) {
      return undecided
              .seedsNeeded()
              .map(ClaimPage::seedsNeeded)
              .orElse("To settle it: more super-net seeds alone would not help.")
          + undecided.detectable().map(ClaimPage::detectable).orElse("");
    }
    if (verdict instanceof Verdict.NotRun) {
      return "To settle it: complete the trials that are named above, then judge again.";
    }
    return "Settled at this scale. Another scale needs trials of its own.";
  }

  private static String seedsNeeded(SeedsNeeded seeds) {
    return "To settle it: " + seeds.phrase() + ". " + seeds.method();
  }

  private static String detectable(double beyond) {
    return " With as many seeds that differ as these do, an effect must lie "
        + Numbers.text(beyond, 3)
        + " beyond the tolerance to be shown with a chance of "
        + Numbers.percent(0.8)
        + ".";
  }

  private static Tag question(Claim claim) {
    Definitions list =
        new Definitions()
            .add("Paper", claim.source().paper())
            .add("Place", claim.source().locator())
            .add(
                "Grade of the statement",
                Words.grade(claim.source().grade()) + ": " + Words.meaning(claim.source().grade()))
            .addIfPresent("Note on the source", claim.source().note())
            .add(
                "The paper\u2019s value",
                Tag.of("span")
                    .add(Phrases.paperValue(claim.paperValue()))
                    .text(": " + Words.meaning(claim.paperValue().grade())))
            .addIfPresent("Note on the value", claim.paperValue().note())
            .add("Claimed", ClaimWords.claimed(claim))
            .add("Measured by", ClaimWords.measure(claim))
            .add("Experiment", Words.phrase(claim.experiment()) + ", method " + claim.method())
            .add("Certainty required", ClaimWords.certainty(claim));
    claim.changes().forEach(change -> list.add("Change of the claim", change));
    return Page.section("question", "What is claimed").add(list.list());
  }
}
