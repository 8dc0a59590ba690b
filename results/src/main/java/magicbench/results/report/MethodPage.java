package magicbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import magicbench.results.claim.Claim;
import magicbench.results.plan.DottedSettings;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.ControlResult;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.RandomComparison;

/** One method at all scales: what it was given, where it stands, what claims say, its settings. */
final class MethodPage {

  /** What trials are called that no method is part of. */
  static final String NONE = "none";

  private final String method;
  private final WholeReport report;

  private MethodPage(String method, WholeReport report) {
    this.method = method;
    this.report = report;
  }

  /**
   * A method's name, which leads to its page where it has one.
   *
   * @param root from the page that links to the site's folder
   */
  static Tag link(String root, String method) {
    return method.equals(NONE)
        ? Phrases.text(method)
        : Phrases.link(root + SitePaths.method(method), method);
  }

  /** Every method that ran, by name. */
  static SortedSet<String> methods(WholeReport report) {
    SortedSet<String> methods = new TreeSet<>();
    report
        .scales()
        .forEach(
            scale ->
                scale
                    .recordsById()
                    .values()
                    .forEach(record -> methods.add(record.trial().method())));
    methods.remove(NONE);
    return methods;
  }

  /** The page of one of them. */
  static Tag main(String method, WholeReport report) {
    return new MethodPage(method, report).main();
  }

  private Tag main() {
    Tag main =
        Tag.of("main")
            .add(
                Tag.of("p", "Method").with("class", "kicker"),
                Tag.of("h1", method),
                Tag.of(
                        "p",
                        "Everything that ran under this name, at every scale of this report. One name"
                            + " may stand for a super-net, for what a search found in it, and for what"
                            + " was trained of that: the kind says which.")
                    .with("class", "lead"),
                audit());
    standings().ifPresent(main::add);
    claims().ifPresent(main::add);
    return main.add(settings());
  }

  /** The method's records by scale and kind. */
  private Map<String, SortedMap<String, List<RunRecord>>> records() {
    return report.byKind(record -> record.trial().method().equals(method));
  }

  private Tag audit() {
    List<String> headers = new ArrayList<>(List.of("Scale", "Kind"));
    headers.addAll(Audit.headers());
    DataTable table = DataTable.traced("Trials by scale and kind", headers.toArray(String[]::new));
    records()
        .forEach(
            (scale, kinds) ->
                kinds.forEach(
                    (kind, own) -> {
                      List<Node> cells =
                          new ArrayList<>(
                              List.of(
                                  Phrases.link(run(scale), scale),
                                  Phrases.text(Words.phrase(kind))));
                      cells.addAll(Audit.cells(own));
                      table.tracedRow(source(scale, kind, own), cells.toArray(Node[]::new));
                    }));
    return Page.section("audit", "What it was given, and what it took")
        .add(
            Tag.of(
                "p",
                "Methods that are held against each other should have been given as much: their own"
                    + " pages, and each scale\u2019s, show the same columns."),
            table.scrolling());
  }

  private static String run(String scale) {
    return SitePaths.FROM_METHOD + SitePaths.run(scale);
  }

  private Tag source(String scale, String kind, List<RunRecord> records) {
    return Phrases.link(
        run(scale) + "#records-" + kind + "." + method, Phrases.count(records.size(), "record"));
  }

  private Optional<Tag> standings() {
    DataTable table =
        DataTable.traced(
            "Ranks, and differences to random sampling",
            "Scale and what is measured",
            "Rank",
            "Its interval",
            "Of",
            "Value and interval",
            "Difference to",
            "Difference and interval");
    report.compared().forEach(each -> addStanding(table, each));
    return table.isEmpty()
        ? Optional.empty()
        : Optional.of(Page.section("standings", "Where it stands").add(table.cards()));
  }

  private void addStanding(DataTable table, WholeReport.Compared each) {
    RandomComparison compared = each.comparison();
    compared.rows().stream()
        .filter(row -> row.method().equals(method))
        .forEach(
            row ->
                table.tracedRow(
                    Phrases.link(SitePaths.FROM_METHOD + each.records(), "all that were compared"),
                    Phrases.link(SitePaths.FROM_METHOD + each.section(), each.name()),
                    Numbers.tag(row.rank().value(), 0),
                    RandomSection.ranks(row),
                    Numbers.tag(compared.rows().size(), 0),
                    Phrases.effect(row.value(), compared.measured()),
                    Phrases.text(compared.baseline().orElse(NONE)),
                    row.difference()
                        .map(found -> Phrases.effect(found, ""))
                        .orElseGet(() -> Phrases.text("\u2013"))));
  }

  private Optional<Tag> claims() {
    DataTable table =
        DataTable.traced(
            "Claims that name it",
            "Claim",
            "Scale",
            "Its part",
            "Verdict",
            "Effect and interval",
            "Controls passed");
    report.scales().stream()
        .flatMap(scale -> scale.verdicts().judgements().stream())
        .filter(judgement -> !part(judgement.claim()).isEmpty())
        .forEach(judgement -> addClaim(table, judgement));
    return table.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Page.section("claims", "Claims")
                .add(
                    Tag.of(
                        "p",
                        "Controls are what the records themselves can show of a method\u2019s working,"
                            + " for instance that seeds differ and that no super-net collapsed. That"
                            + " its code keeps the contract of its kind is a test of the build, and"
                            + " no record."),
                    table.cards()));
  }

  private String part(Claim claim) {
    if (claim.method().equals(method)) {
      return "claimed";
    }
    if (claim.metric().against().equals(method)) {
      return "held against";
    }
    return claim.metric().beside().contains(method) ? "beside" : "";
  }

  private void addClaim(DataTable table, Judgement judgement) {
    String page = SitePaths.FROM_METHOD + SitePaths.claim(judgement);
    long passed = judgement.controls().stream().filter(ControlResult::passed).count();
    table.tracedRow(
        Phrases.records(page, judgement),
        Phrases.link(page, judgement.claim().title()),
        Phrases.text(judgement.scale()),
        Phrases.text(part(judgement.claim())),
        Phrases.verdict(judgement.verdict().word()),
        judgement
            .evidence()
            .map(Evidence::effect)
            .map(effect -> Phrases.effect(effect, judgement.claim().tolerance().unit()))
            .orElseGet(() -> Phrases.text("not estimated")),
        Phrases.text(passed + " of " + judgement.controls().size()));
  }

  private Tag settings() {
    Tag section =
        Page.section("settings", "Settings")
            .add(
                Tag.of(
                    "p",
                    "Everything that defines a trial beside its seed, with the scales at which it"
                        + " was so."));
    SortedMap<String, SortedMap<String, SortedMap<String, SortedSet<String>>>> byKind =
        new TreeMap<>();
    records()
        .forEach(
            (scale, kinds) ->
                kinds.forEach(
                    (kind, own) ->
                        own.forEach(
                            record ->
                                DottedSettings.of(record.trial().settings())
                                    .forEach(
                                        (name, value) ->
                                            byKind
                                                .computeIfAbsent(kind, any -> new TreeMap<>())
                                                .computeIfAbsent(name, any -> new TreeMap<>())
                                                .computeIfAbsent(value, any -> new TreeSet<>())
                                                .add(scale)))));
    byKind.forEach(
        (kind, settings) ->
            section.add(
                Tag.of("details")
                    .add(
                        Tag.of("summary", Words.heading(Words.phrase(kind))),
                        settings(kind, settings).scrolling())));
    return section;
  }

  private DataTable settings(
      String kind, SortedMap<String, SortedMap<String, SortedSet<String>>> settings) {
    DataTable table =
        DataTable.traced("Settings of " + Words.phrase(kind) + ", " + method, "Setting", "Value");
    settings.forEach(
        (name, values) -> {
          List<String> scales =
              values.values().stream().flatMap(Set::stream).distinct().sorted().toList();
          Tag sources = Tag.of("ul").with("class", "chips");
          scales.forEach(
              scale ->
                  sources.add(
                      Tag.of("li")
                          .add(
                              Phrases.link(
                                  run(scale) + "#records-" + kind + "." + method, scale))));
          table.tracedRow(sources, Phrases.code(name), SettingValues.shown(values, scales));
        });
    return table;
  }
}
