package magicbench.results.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import magicbench.results.compare.Run;
import magicbench.results.compare.RunComparison;
import magicbench.results.compare.SideSummary;
import magicbench.results.compare.TrialChange;
import magicbench.results.compare.TrialChanges;
import magicbench.results.file.Hashes;
import magicbench.results.file.Json;
import magicbench.results.file.WholeFile;

/** One page on two runs: what changed, and what it did. It needs no site around it. */
public final class ComparePage {

  /** The page's file. */
  public static final String PAGE = "compare.html";

  private static final String CSV = "differences.csv";
  private static final String JSON = "differences.json";
  private static final String BEFORE = "before-verdicts.json";
  private static final String AFTER = "after-verdicts.json";
  private static final int MOST_TRIALS = 5;
  private static final int MOST_LINES = 3;

  private ComparePage() {}

  /**
   * Writes the page, its style and what can be downloaded beside it; the same input gives the same
   * bytes.
   *
   * @param before the first side
   * @param after the second side
   * @param comparison of the two
   * @param folder where to; made when it is missing
   * @throws magicbench.results.file.InputException when the disk refuses
   */
  public static void write(Run before, Run after, RunComparison comparison, Path folder) {
    WholeFile.writeUnforced(folder.resolve(BEFORE), Json.write(before.verdicts()));
    WholeFile.writeUnforced(folder.resolve(AFTER), Json.write(after.verdicts()));
    WholeFile.writeUnforced(folder.resolve(CSV), ComparisonCsv.of(comparison));
    WholeFile.writeUnforced(folder.resolve(JSON), Json.write(comparison));
    WholeFile.writeUnforced(folder.resolve(SitePaths.STYLE), Site.style());
    CompareRecords records = new CompareRecords(before, after, comparison);
    records.write(folder);
    Tag main =
        Tag.of("main")
            .add(Tag.of("h1", "What changed, and what it did"))
            .add(Tag.of("p", comparison.essence()).with("class", "lead"))
            .add(sides(comparison))
            .add(downloads())
            .add(CompareTables.facts(comparison.facts(), records))
            .add(CompareTables.claims(comparison, records))
            .add(trials(comparison.trials(), records))
            .add(CompareTables.costs(comparison.costs(), records))
            .add(records.sections());
    WholeFile.writeUnforced(
        folder.resolve(PAGE),
        Page.alone("What changed, and what it did \u00b7 magicbench", main, footer(before, after)));
  }

  private static Tag sides(RunComparison comparison) {
    return new Definitions()
        .add("Before", side(comparison.before()))
        .add("After", side(comparison.after()))
        .list();
  }

  private static Tag side(SideSummary side) {
    return Tag.of("span")
        .add(Phrases.code(side.name()))
        .text(", scale " + side.scale() + ", " + Phrases.count(side.records().size(), "record"))
        .text(side.days().isEmpty() ? "" : ", made " + String.join(" to ", side.days()));
  }

  private static Tag downloads() {
    return Tag.of("p", "Downloads: all that was compared as ")
        .add(Phrases.link(CSV, "CSV"), Phrases.text(" and "), Phrases.link(JSON, "JSON"))
        .text("; the verdicts, judged anew for this page, ")
        .add(Phrases.link(BEFORE, "before"), Phrases.text(" and "), Phrases.link(AFTER, "after"))
        .text(".");
  }

  private static Tag trials(TrialChanges trials, CompareRecords records) {
    Tag section =
        Page.section("trials", "Measurements")
            .add(
                Tag.of(
                    "p",
                    "Trials are told by their ids, which hash kind, method, seed, settings and"
                        + " what they need. "
                        + same(trials)
                        + " %d are on the first side only, %d on the second only."
                            .formatted(trials.onlyBefore().size(), trials.onlyAfter().size())));
    if (!trials.differing().isEmpty()) {
      DataTable table =
          DataTable.traced(caption(trials.differing()), "Trial", "Of", "The first that differ");
      trials.differing().stream()
          .limit(MOST_TRIALS)
          .forEach(trial -> addTrial(table, trial, records.of(trial)));
      section.add(table.cards());
    }
    return section;
  }

  private static String same(TrialChanges trials) {
    return trials.shared() == 0
        ? "None is on both sides."
        : "%d of %d on both sides measured the same, bit for bit, times left out."
            .formatted(trials.same(), trials.shared());
  }

  private static String caption(List<TrialChange> differing) {
    return differing.size() <= MOST_TRIALS
        ? "Trials that measured something else"
        : "The first %d of %d trials that measured something else"
            .formatted(MOST_TRIALS, differing.size());
  }

  private static void addTrial(DataTable table, TrialChange trial, Tag source) {
    Tag lines = Tag.of("ul");
    trial.differences().stream()
        .limit(MOST_LINES)
        .forEach(line -> lines.add(Tag.of("li").add(CompareTables.cut(line))));
    int more = trial.differences().size() - MOST_LINES;
    if (more > 0) {
      lines.add(Tag.of("li", more + " more in the downloads"));
    }
    table.tracedRow(
        source,
        Phrases.code(trial.id()),
        Phrases.text("%s %s, seed %d".formatted(trial.kind(), trial.method(), trial.seed())),
        lines);
  }

  private static Tag footer(Run before, Run after) {
    return Tag.of("footer")
        .add(
            Tag.of("p", "Generated from run records only. ")
                .add(source("Verdicts before", BEFORE, before), source("after", AFTER, after)));
  }

  private static Tag source(String what, String file, Run run) {
    String hash = Hashes.sha256(Json.write(run.verdicts()).getBytes(StandardCharsets.UTF_8));
    return Tag.of("span")
        .text(what + ": ")
        .add(Phrases.link(file, file))
        .text(", SHA-256 ")
        .add(Phrases.code(hash))
        .text("; protocol ")
        .add(Phrases.code(run.verdicts().protocolHash()))
        .text(". ");
  }
}
