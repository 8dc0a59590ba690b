package magicbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.verdict.Judgement;

/** Every claim with its verdicts at every scale, suite by suite, and the share reproduced. */
final class OverviewSection {

  private static final String REPRODUCED = "REPRODUCED";

  private OverviewSection() {}

  /** The section; none where there is one scale, whose own table says it all. */
  static List<Tag> of(List<JudgedTrials> judged) {
    List<Judgement> judgements = judged.stream().map(JudgedTrials::judgement).toList();
    if (judgements.stream().map(Judgement::scale).distinct().count() < 2) {
      return List.of();
    }
    SortedMap<String, List<Judgement>> bySuite = new TreeMap<>();
    judgements.forEach(
        judgement ->
            bySuite
                .computeIfAbsent(judgement.claim().suite(), suite -> new ArrayList<>())
                .add(judgement));
    Tag section =
        Page.section("overview", "At a glance")
            .add(
                Tag.of(
                    "p",
                    share(judgements)
                        + " are reproduced, each at its own scale; none of them is of the paper\u2019s"
                        + " size unless its scale is called paper."));
    bySuite.forEach((suite, own) -> section.add(table(suite, own).cards()));
    return List.of(section);
  }

  private static String share(List<Judgement> judgements) {
    long reproduced =
        judgements.stream()
            .filter(judgement -> judgement.verdict().word().equals(REPRODUCED))
            .count();
    return reproduced
        + " of "
        + judgements.size()
        + (judgements.size() == 1 ? " verdict" : " verdicts");
  }

  private static DataTable table(String suite, List<Judgement> judgements) {
    SortedMap<String, List<Judgement>> byClaim = new TreeMap<>();
    judgements.forEach(
        judgement ->
            byClaim
                .computeIfAbsent(judgement.claim().id(), id -> new ArrayList<>())
                .add(judgement));
    DataTable table =
        new DataTable(
            "Suite " + suite + ": " + share(judgements) + " reproduced",
            "Claim",
            "The paper\u2019s value",
            "Verdict by scale");
    byClaim.values().forEach(own -> row(table, own));
    return table;
  }

  private static void row(DataTable table, List<Judgement> judgements) {
    Claim claim = judgements.get(0).claim();
    Tag list = Tag.of("ul").with("class", "chips");
    judgements.forEach(
        judgement ->
            list.add(
                Tag.of("li")
                    .add(
                        Phrases.link(SitePaths.claim(judgement), judgement.scale()),
                        Phrases.text(" "),
                        Phrases.verdict(judgement.verdict().word()))));
    table.row(Phrases.text(claim.title()), paperValue(judgements.get(0)), list);
  }

  /** Leads to where the paper says it, and how well we know. */
  private static Tag paperValue(Judgement judgement) {
    Tag value = Phrases.paperValue(judgement.claim().paperValue());
    return judgement.claim().paperValue().value().isPresent()
        ? Tag.of("a").with("href", SitePaths.claim(judgement) + "#question").add(value)
        : value;
  }
}
