package magicbench.results.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import magicbench.results.claim.Claim;
import magicbench.results.claim.EvidenceGrade;
import magicbench.results.record.Origin;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Subject;

/** The first page: what this is, how to read it, and one line a claim and scale. */
final class IndexPage {

  private static final String LEVELS =
      "Where a claim states a level, the effect is the mean minus the paper\u2019s value, and the"
          + " interval alone decides: reproduced above the paper\u2019s value less the tolerance,"
          + " contradicted below it. ";

  private IndexPage() {}

  /**
   * The page.
   *
   * @param report what has a page
   * @param origins where a scale's records come from, for scales that were not run just now
   * @param history how often the gate sounds
   */
  static Tag main(
      List<JudgedTrials> judged,
      WholeReport report,
      Map<String, String> origins,
      SiteHistory history) {
    Tag main =
        Tag.of("main")
            .add(Tag.of("h1", "Do the paper\u2019s claims hold?"), what(), inFiveSentences())
            .add(OverviewSection.of(judged))
            .add(table(judged, origins.keySet()));
    main.add(SideBySide.sections(report)).add(scales(judged, origins), reading(judged));
    history.alarmRates().ifPresent(rates -> main.add(AlarmSection.of(rates, history)));
    return main.add(grades());
  }

  private static Tag what() {
    return Tag.of("p")
        .with("class", "lead")
        .text(
            "magicbench tests statements of \u201cAnalyzing and Mitigating Interference in Neural"
                + " Architecture Search\u201d (ICML 2022) by training weight-sharing super-nets and"
                + " measuring what happens. ")
        .text(
            "Every claim comes with its metric, the smallest effect that counts and the certainty"
                + " that a verdict needs. ")
        .text("Every number here is read from run records that can be downloaded beside it.");
  }

  /** For who never saw the project. */
  private static Tag inFiveSentences() {
    Tag list = Tag.of("ol");
    for (String sentence :
        List.of(
            "A claim is one statement of the paper made measurable: a number, a direction, and the"
                + " smallest effect that counts.",
            "Networks were trained from several random seeds; the effect is the mean over them, and"
                + " the interval beside it says how far other seeds could have moved it.",
            "Reproduced means that the whole interval lies beyond the smallest effect that counts;"
                + " contradicted, that it lies short of it; undecided, that it holds it, or that a"
                + " control failed.",
            "A verdict holds at its scale, which says how large the networks and the data were: a"
                + " small scale can neither prove nor refute what the paper found at its own.",
            "Every claim has a page with its plots, its controls, what it cost, and each record"
                + " that it was judged by.")) {
      list.add(Tag.of("li", sentence));
    }
    return Page.section("five", "In five sentences").add(list);
  }

  /** A table a scale: what ran at another size doesn't stand between the lines. */
  private static Tag table(List<JudgedTrials> judged, Set<String> kept) {
    Map<String, List<JudgedTrials>> byScale = new LinkedHashMap<>();
    judged.forEach(
        trials ->
            byScale
                .computeIfAbsent(trials.judgement().scale(), scale -> new ArrayList<>())
                .add(trials));
    Tag section =
        Page.section("verdicts", "Verdicts")
            .add(
                Tag.of(
                        "p",
                        "Reproduced: the claimed effect is there, and large enough to count."
                            + " Contradicted: it isn\u2019t, or is too small to count. Undecided:"
                            + " these records can\u2019t tell. The same as one table: ")
                    .add(Phrases.link(SitePaths.FRONT_TABLE, "Markdown"))
                    .text("."));
    if (byScale.size() > 1) {
      section.add(overview(byScale, kept));
    }
    byScale.forEach(
        (scale, trials) ->
            section.add(table(scale, trials, kept).cards().with("id", "at-" + scale)));
    return section;
  }

  /** So that nobody takes the first table for all there is. */
  private static Tag overview(Map<String, List<JudgedTrials>> byScale, Set<String> kept) {
    Tag list = Tag.of("ul");
    byScale.forEach(
        (scale, trials) ->
            list.add(Tag.of("li").add(Phrases.link("#at-" + scale, caption(scale, trials, kept)))));
    return list;
  }

  private static String caption(String scale, List<JudgedTrials> judged, Set<String> kept) {
    return "At scale %s: %s".formatted(named(scale, kept), tally(judged));
  }

  /** With a word on records that this run didn't make. */
  private static String named(String scale, Set<String> kept) {
    return kept.contains(scale) ? scale + ", run earlier" : scale;
  }

  private static DataTable table(String scale, List<JudgedTrials> judged, Set<String> kept) {
    DataTable table =
        new DataTable(
            caption(scale, judged, kept),
            "Claim",
            "Scale",
            "Verdict",
            "Effect and interval",
            "Untrained effect",
            "Tolerance",
            "Seeds",
            "The paper\u2019s value",
            "Device",
            "CPU time",
            "Date",
            "Records");
    judged.stream()
        .sorted(Comparator.comparing(trials -> trials.judgement().claim().id()))
        .forEach(trials -> addRow(table, trials, kept));
    return table;
  }

  /** For instance {@code 1 reproduced, 4 contradicted, 6 undecided, of 11 claims}. */
  private static String tally(List<JudgedTrials> judged) {
    List<String> parts = new ArrayList<>();
    for (String word : List.of("REPRODUCED", "CONTRADICTED", "UNDECIDED", "NOT_RUN")) {
      long count =
          judged.stream()
              .filter(trials -> trials.judgement().verdict().word().equals(word))
              .count();
      if (count > 0) {
        parts.add(count + " " + word.toLowerCase(Locale.ROOT).replace('_', ' '));
      }
    }
    return String.join(", ", parts)
        + ", of "
        + judged.size()
        + (judged.size() == 1 ? " claim" : " claims");
  }

  private static void addRow(DataTable table, JudgedTrials trials, Set<String> kept) {
    Judgement judgement = trials.judgement();
    Claim claim = judgement.claim();
    table.row(
        Phrases.link(SitePaths.claim(judgement), claim.title()),
        Phrases.text(named(judgement.scale(), kept)),
        Phrases.verdict(judgement.verdict().word()),
        judgement
            .evidence()
            .map(evidence -> Phrases.effect(evidence.effect(), claim.tolerance().unit()))
            .orElseGet(() -> Phrases.text("not estimated")),
        untrained(judgement),
        Numbers.tag(claim.tolerance().value(), Numbers.trimmed(claim.tolerance().value())),
        judgement
            .evidence()
            .map(Evidence::effect)
            .map(effect -> Phrases.text(Integer.toString(effect.seeds())))
            .orElseGet(() -> Phrases.text("none")),
        Phrases.paperValue(claim.paperValue()),
        Phrases.text(judgement.device()),
        Phrases.text(new Price(trials).cpuTime()),
        Phrases.text(date(trials)),
        Phrases.link(
            SitePaths.claim(judgement) + "#trials",
            trials.judged().size() == 1 ? "1 record" : trials.judged().size() + " records"));
  }

  /** When the judged trials were begun: a day, or the first and the last. */
  static String date(JudgedTrials trials) {
    List<String> days = Origin.of(trials.judged().values()).days();
    return days.isEmpty() ? Words.UNKNOWN : String.join(" to ", days);
  }

  private static Tag untrained(Judgement judgement) {
    return judgement
        .evidence()
        .map(
            evidence ->
                evidence
                    .untrained()
                    .map(effect -> Phrases.effect(effect, judgement.claim().tolerance().unit()))
                    .orElseGet(() -> Phrases.text(withoutUntrained(judgement))))
        .orElseGet(() -> Phrases.text("not estimated"));
  }

  /** Two methods begin with the same super-net. */
  private static String withoutUntrained(Judgement judgement) {
    if (judgement.claim().metric().statesLevel()) {
      return "none: not asked";
    }
    return judgement.claim().metric().against().isEmpty() ? "undefined" : "none: same start";
  }

  private static Tag scales(List<JudgedTrials> judged, Map<String, String> origins) {
    Tag list = Tag.of("dl");
    judged.stream()
        .map(JudgedTrials::judgement)
        .map(judgement -> List.of(judgement.scale(), judgement.scaleStatement()))
        .distinct()
        .forEach(
            scale ->
                list.add(
                    Tag.of("dt", scale.get(0)),
                    Tag.of(
                            "dd",
                            (scale.get(1) + " " + origins.getOrDefault(scale.get(0), "")).strip())
                        .text(" ")
                        .add(
                            Phrases.link(
                                SitePaths.run(scale.get(0)), "What was run at " + scale.get(0)))
                        .text(".")));
    return Page.section("scales", "Scales")
        .add(
            Tag.of(
                    "p",
                    "A laptop result is not a paper result: a verdict speaks about the networks, "
                        + data(judged)
                        + " and training lengths of its own scale, and only a verdict at"
                        + " scale \u201cpaper\u201d would speak about the paper\u2019s own.")
                .with("class", "note"),
            list);
  }

  private static String data(List<JudgedTrials> judged) {
    boolean ofImages =
        judged.stream()
            .map(trials -> Subject.of(trials.judgement().claim().experiment()))
            .anyMatch(Subject.IMAGES::equals);
    return ofImages ? "texts, images" : "texts";
  }

  private static Tag reading(List<JudgedTrials> judged) {
    boolean ofLevels =
        judged.stream().anyMatch(trials -> trials.judgement().claim().metric().statesLevel());
    return Page.section("reading", "How to read this").add(verdicts(ofLevels ? LEVELS : ""));
  }

  private static Tag verdicts(String levels) {
    return Tag.of("p")
        .text(
            "The effect is one number over all super-net seeds, signed as measured, and its"
                + " interval says how far another draw of seeds could have moved it. ")
        .text(
            "Beside it stands the same number in the untrained super-net, to compare with:"
                + " correlations don\u2019t add up, so neither is a part of the other. ")
        .add(Phrases.verdict("REPRODUCED"))
        .text(
            " means that the whole interval lies beyond the tolerance in the claimed"
                + " direction and that the exact test over seeds agrees. ")
        .add(Phrases.verdict("CONTRADICTED"))
        .text(
            " means that the whole interval lies short of the tolerance and not wholly on"
                + " the claimed side of zero: the effect is absent, too small to count, or"
                + " the other way round. ")
        .add(Phrases.verdict("UNDECIDED"))
        .text(
            " means that the records can\u2019t tell, and the claim\u2019s page says what"
                + " it would take; ")
        .add(Phrases.verdict("NOT_RUN"))
        .text(" means that nothing was measured. ")
        .text(levels)
        .text(
            "What the paper reports stands beside it with the grade of how it reached us,"
                + " and what no source gives stays unknown.");
  }

  private static Tag grades() {
    Tag list = Tag.of("dl");
    for (EvidenceGrade grade : EvidenceGrade.values()) {
      list.add(Tag.of("dt", Words.grade(grade)), Tag.of("dd", Words.meaning(grade)));
    }
    return Page.section("grades", "Grades of evidence").add(list);
  }
}
