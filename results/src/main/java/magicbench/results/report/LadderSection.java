package magicbench.results.report;

import java.util.List;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Sensitivity;

/** A claim at every scale at which it was judged, and under other tolerances there. */
final class LadderSection {

  private LadderSection() {}

  /**
   * The section; none where there is one scale.
   *
   * @param judgement whose page it is
   * @param all judgements of the same claim, its own among them
   */
  static List<Tag> of(Judgement judgement, List<Judgement> all) {
    if (all.size() < 2) {
      return List.of();
    }
    DataTable table =
        DataTable.traced(
            "This claim at every scale",
            "Scale",
            "Verdict",
            "Effect and interval",
            "Tolerance",
            "Seeds",
            "Under half, once and twice the tolerance",
            "Version");
    all.forEach(each -> add(table, judgement, each));
    return List.of(
        Page.section("ladder", "At every scale")
            .add(
                Tag.of(
                    "p",
                    "Scales are other networks, texts or images, and training lengths: verdicts may"
                        + " differ, and none overrules another."),
                table.cards()));
  }

  private static void add(DataTable table, Judgement own, Judgement each) {
    String page =
        each.scale().equals(own.scale()) ? "" : SitePaths.FROM_CLAIM + SitePaths.claim(each);
    double tolerance = each.claim().tolerance().value();
    table.tracedRow(
        Phrases.records(page, each),
        page.isEmpty()
            ? Phrases.text(each.scale() + " (this page)")
            : Phrases.link(page, each.scale()),
        Phrases.verdict(each.verdict().word()),
        each.evidence()
            .map(evidence -> Phrases.effect(evidence.effect(), each.claim().tolerance().unit()))
            .orElseGet(() -> Phrases.text("not estimated")),
        Numbers.tag(tolerance, Numbers.trimmed(tolerance)),
        each.evidence()
            .map(Evidence::effect)
            .map(effect -> Phrases.text(Integer.toString(effect.seeds())))
            .orElseGet(() -> Phrases.text("none")),
        sensitivity(each.sensitivity()),
        Phrases.text(Integer.toString(each.claim().version())));
  }

  private static Tag sensitivity(List<Sensitivity> rows) {
    if (rows.isEmpty()) {
      return Phrases.text("not asked");
    }
    Tag list = Tag.of("ul").with("class", "chips");
    rows.forEach(
        row ->
            list.add(
                Tag.of("li")
                    .add(Numbers.tag(row.factor(), Numbers.trimmed(row.factor()) + "\u00d7"))
                    .text(" ")
                    .add(Phrases.verdict(row.verdict()))));
    return list;
  }
}
