package magicbench.results.report;

import java.util.List;
import magicbench.results.history.HistoryEntry;
import magicbench.results.verdict.Judgement;

/** What runs of a claim found over time. */
final class HistorySection {

  private static final int COMMIT = 10;
  private static final int MOST = 20;

  private HistorySection() {}

  /** The section; none where no run is remembered. */
  static List<Tag> of(Judgement judgement, List<HistoryEntry> entries) {
    if (entries.isEmpty()) {
      return List.of();
    }
    DataTable table =
        DataTable.traced(
            "Runs of this claim at scale " + judgement.scale() + ", oldest first",
            "Commit",
            "Day",
            "Verdict",
            "Effect",
            "Seeds",
            "CPU time",
            "Trials a processor hour",
            "Design");
    entries
        .subList(Math.max(0, entries.size() - MOST), entries.size())
        .forEach(entry -> row(table, entry, judgement));
    return List.of(
        Page.section("history", "Over time")
            .add(
                Tag.of(
                    "p",
                    "One line a run that was remembered; only runs of one design (the same but for"
                        + " seeds) are compared."),
                table.scrolling()));
  }

  private static void row(DataTable table, HistoryEntry entry, Judgement judgement) {
    String unit = judgement.claim().tolerance().unit();
    table.tracedRow(
        source(entry, judgement),
        Phrases.code(shortened(entry.commit())),
        Phrases.text(Words.orUnknown(entry.day())),
        Phrases.verdict(entry.verdict()),
        effect(entry, unit),
        Phrases.text(Integer.toString(entry.perSeed().size())),
        Phrases.text(entry.cost().cpuSeconds().map(Quantities::seconds).orElse(Words.UNKNOWN)),
        entry
            .cost()
            .trialsPerCpuHour()
            .map(rate -> Numbers.tag(rate, 1))
            .orElseGet(() -> Phrases.text(Words.UNKNOWN)),
        Phrases.code(shortened(entry.design())));
  }

  /** The remembered line; the records too where the run is the one that was judged here. */
  private static Tag source(HistoryEntry entry, Judgement judgement) {
    Tag source =
        Tag.of("span")
            .add(
                Phrases.link(
                    SitePaths.FROM_CLAIM + SitePaths.history(judgement.scale()), "history.jsonl"));
    boolean judgedHere =
        !entry.perSeed().isEmpty()
            && judgement.evidence().filter(it -> it.perSeed().equals(entry.perSeed())).isPresent();
    return judgedHere ? source.text(", ").add(Phrases.records(judgement)) : source;
  }

  private static Tag effect(HistoryEntry entry, String unit) {
    return entry
        .effect()
        .map(
            effect ->
                Tag.of("span")
                    .add(Numbers.tag(effect, Phrases.decimals(effect, entry.interval())))
                    .text(" ")
                    .add(
                        Phrases.interval(
                            entry.interval(), Phrases.decimals(effect, entry.interval())))
                    .text(" " + unit))
        .orElseGet(() -> Phrases.text("not estimated"));
  }

  private static String shortened(String hash) {
    return hash.substring(0, Math.min(COMMIT, hash.length()));
  }
}
