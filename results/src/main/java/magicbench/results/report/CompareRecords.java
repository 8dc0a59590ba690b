package magicbench.results.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import magicbench.results.compare.ClaimChange;
import magicbench.results.compare.Run;
import magicbench.results.compare.RunComparison;
import magicbench.results.compare.SideSummary;
import magicbench.results.compare.TrialChange;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judgement;

/** The records of both sides beside the page: files by their hash, and lists that lead to them. */
final class CompareRecords {

  private static final String FOLDER = "records/";
  private static final String ALL = "records";

  private final Run before;
  private final Run after;
  private final RunComparison comparison;

  CompareRecords(Run before, Run after, RunComparison comparison) {
    this.before = before;
    this.after = after;
    this.comparison = comparison;
  }

  /** Writes each record once, whether one side has it or both. */
  void write(Path folder) {
    write(folder, before, comparison.before());
    write(folder, after, comparison.after());
  }

  private static void write(Path folder, Run run, SideSummary side) {
    run.records().entrySet().parallelStream()
        .forEach(
            entry ->
                RecordFile.write(
                    folder.resolve(file(side.records().get(entry.getKey()))), entry.getValue()));
  }

  private static String file(String hash) {
    return FOLDER + hash + ".json";
  }

  /** Leads to all records. */
  Tag all() {
    return Phrases.link("#" + ALL, "all records");
  }

  /** Leads to the records of a kind. */
  Tag ofKind(String kind) {
    return Phrases.link("#" + id(kind), "records");
  }

  private static String id(String kind) {
    return ALL + "-" + kind;
  }

  /** Leads to what a claim was judged by. */
  Tag of(ClaimChange claim) {
    return Phrases.link(
        "#" + idOfClaim(claim.claim()),
        judged(before, claim).size() + " and " + judged(after, claim).size() + " records");
  }

  private static String idOfClaim(String claim) {
    return "judged-" + claim;
  }

  private static List<String> judged(Run run, ClaimChange claim) {
    return run.verdicts().judgements().stream()
        .filter(judgement -> judgement.claim().id().equals(claim.claim()))
        .findFirst()
        .map(Judgement::trials)
        .orElse(List.of());
  }

  /** Leads to both records of a trial. */
  Tag of(TrialChange trial) {
    return Tag.of("span")
        .add(hash(comparison.before(), trial.id(), "before"))
        .text(", ")
        .add(hash(comparison.after(), trial.id(), "after"));
  }

  /** The record, or that there is none. */
  private static Tag hash(SideSummary side, String id, String text) {
    String hash = side.records().get(id);
    return hash == null ? Phrases.text("none") : Phrases.link(file(hash), text);
  }

  /** Every record by its hash, kind by kind, then those that each claim was judged by. */
  List<Tag> sections() {
    SortedMap<String, SortedSet<String>> byKind = new TreeMap<>();
    SortedMap<String, RunRecord> any = new TreeMap<>(after.records());
    any.putAll(before.records());
    any.forEach(
        (id, record) ->
            byKind.computeIfAbsent(record.trial().kind(), kind -> new TreeSet<>()).add(id));
    Tag records = Page.section(ALL, "Records");
    byKind.forEach((kind, ids) -> records.add(kind(kind, ids, any)));
    List<Tag> sections = new ArrayList<>(List.of(records));
    if (!comparison.claims().isEmpty()) {
      sections.add(judged());
    }
    return sections;
  }

  private Tag kind(String kind, SortedSet<String> ids, SortedMap<String, RunRecord> any) {
    DataTable table =
        new DataTable("Records of " + Words.phrase(kind), "Trial", "Of", "Before", "After");
    for (String id : ids) {
      RunRecord record = any.get(id);
      table.row(
          Phrases.code(id),
          Phrases.text("%s, seed %d".formatted(record.trial().method(), record.trial().seed())),
          byHash(comparison.before(), id),
          byHash(comparison.after(), id));
    }
    return Tag.of("div")
        .add(
            Tag.of("h3", Words.heading(Words.phrase(kind))).with("id", id(kind)),
            table.scrolling());
  }

  private static Tag byHash(SideSummary side, String id) {
    return hash(side, id, side.records().getOrDefault(id, "")).with("class", "hash");
  }

  private Tag judged() {
    Tag section =
        Page.section("judged", "What each claim was judged by")
            .add(Tag.of("p", "Each name is the beginning of a trial\u2019s id."));
    for (ClaimChange claim : comparison.claims()) {
      section.add(
          Tag.of("h3", claim.claim()).with("id", idOfClaim(claim.claim())),
          new Definitions()
              .add("Before", links(comparison.before(), judged(before, claim)))
              .add("After", links(comparison.after(), judged(after, claim)))
              .list());
    }
    return section;
  }

  private static Tag links(SideSummary side, List<String> ids) {
    if (ids.isEmpty()) {
      return Phrases.text("none");
    }
    Tag list = Tag.of("ul").with("class", "chips");
    ids.forEach(
        id ->
            list.add(Tag.of("li").add(hash(side, id, id.substring(0, Math.min(8, id.length()))))));
    return list;
  }
}
