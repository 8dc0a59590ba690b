package magicbench.results.report;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import magicbench.results.claim.Claim;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;

/** The first page's table in Markdown, for a README or a pull request; links are the site's own. */
final class FrontTable {

  private static final List<String> COLUMNS =
      List.of(
          "Claim",
          "Scale",
          "Verdict",
          "Effect and interval",
          "The paper\u2019s value",
          "Seeds",
          "CPU time",
          "Date");

  private FrontTable() {}

  /**
   * The table, a line a claim and scale, in the order of the first page.
   *
   * @param judged claims with their trials, scale by scale
   */
  static String markdown(List<JudgedTrials> judged) {
    List<String> scales =
        judged.stream().map(trials -> trials.judgement().scale()).distinct().toList();
    return row(COLUMNS)
        + row(COLUMNS.stream().map(column -> "---").toList())
        + judged.stream()
            .sorted(
                Comparator.comparing(
                        (JudgedTrials trials) -> scales.indexOf(trials.judgement().scale()))
                    .thenComparing(trials -> trials.judgement().claim().id()))
            .map(trials -> row(cells(trials)))
            .collect(Collectors.joining());
  }

  private static List<String> cells(JudgedTrials trials) {
    Judgement judgement = trials.judgement();
    Claim claim = judgement.claim();
    return List.of(
        "[" + plain(claim.title()) + "](" + SitePaths.claim(judgement) + ")",
        judgement.scale(),
        Phrases.verdict(judgement.verdict().word()).plain(),
        judgement
            .evidence()
            .map(evidence -> effect(evidence.effect(), claim.tolerance().unit()))
            .orElse("not estimated"),
        plain(Phrases.paperValue(claim.paperValue()).plain()),
        judgement
            .evidence()
            .map(Evidence::effect)
            .map(effect -> Integer.toString(effect.seeds()))
            .orElse("none"),
        new Price(trials).cpuTime(),
        IndexPage.date(trials));
  }

  private static String effect(Estimate effect, String unit) {
    return String.join(
        ", ", Phrases.value(effect).plain(), Phrases.interval(effect).plain(), plain(unit));
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** What would end a cell, a link's text or a line is spelt otherwise. */
  private static String plain(String text) {
    return text.replaceAll("[\\[\\]|\\\\]", "\\\\$0").replaceAll("\\s+", " ");
  }
}
