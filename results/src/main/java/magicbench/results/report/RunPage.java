package magicbench.results.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import magicbench.results.plan.DottedSettings;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;

/**
 * All that was run at one scale: methods with what they were given and what they took, their
 * settings, the networks that were found, code, machine and data.
 */
final class RunPage {

  static final String LAYOUT = "layout";
  static final String ARCHITECTURE = "architecture";

  private final ReportedScale scale;
  private final RecordLists records;
  private final SortedMap<String, SortedMap<String, List<RunRecord>>> byKind = new TreeMap<>();

  private RunPage(ReportedScale scale) {
    this.scale = scale;
    records =
        new RecordLists("records", SitePaths.FROM_RUN, scale.name(), scale.recordsById().values());
    scale
        .recordsById()
        .values()
        .forEach(
            record ->
                byKind
                    .computeIfAbsent(record.trial().kind(), kind -> new TreeMap<>())
                    .computeIfAbsent(record.trial().method(), method -> new ArrayList<>())
                    .add(record));
  }

  /**
   * The page.
   *
   * @param report which other pages there are
   */
  static Tag main(ReportedScale scale, WholeReport report) {
    RunPage page = new RunPage(scale);
    List<Tag> links = SideBySide.links(report, scale.name(), SitePaths.FROM_RUN);
    Tag main =
        Tag.of("main")
            .add(
                Tag.of("h1", "What was run at scale " + scale.name()),
                Tag.of("p", page.introduction()).with("class", "lead"),
                Tag.of("ul")
                    .with("class", "pages")
                    .add(
                        Tag.of("li", "What follows from it: ")
                            .add(
                                Phrases.link(
                                    SitePaths.FROM_RUN
                                        + SitePaths.INDEX
                                        + (scale.verdicts().judgements().isEmpty()
                                            ? ""
                                            : "#at-" + scale.name()),
                                    "verdicts at scale " + scale.name())))
                    .add(links),
                page.methods());
    return main.add(page.found())
        .add(page.settings())
        .add(
            ProvenanceSection.ofRecords(scale.recordsById().values()),
            page.records.section("Records"));
  }

  private String introduction() {
    String statement =
        scale.verdicts().judgements().stream()
            .map(judgement -> judgement.scaleStatement())
            .findFirst()
            .orElse("");
    return (statement + " " + scale.origin()).strip();
  }

  private Tag methods() {
    List<String> headers = new ArrayList<>(List.of("Kind", "Method"));
    headers.addAll(Audit.headers());
    DataTable table = DataTable.traced("Trials by kind and method", headers.toArray(String[]::new));
    byKind.forEach(
        (kind, methods) ->
            methods.forEach(
                (method, own) ->
                    table.tracedRow(records.link(kind, method), row(kind, method, own))));
    return Page.section("methods", "Methods, and what each took")
        .add(
            Tag.of(
                "p",
                "Methods of one kind that are held against each other should have been given as"
                    + " much. Steps and passes are a trial\u2019s own."),
            table.scrolling());
  }

  private static Node[] row(String kind, String method, List<RunRecord> records) {
    List<Node> cells =
        new ArrayList<>(
            List.of(Phrases.text(Words.phrase(kind)), MethodPage.link(SitePaths.FROM_RUN, method)));
    cells.addAll(Audit.cells(records));
    return cells.toArray(Node[]::new);
  }

  /** Networks that were trained as a search or a twin laid them out; none where there are none. */
  private List<Tag> found() {
    DataTable table =
        new DataTable(
            "Networks that were trained, layer by layer", "Network", "Seed", "Layers", "Record");
    List<RunRecord> laidOut =
        scale.recordsById().values().stream()
            .filter(record -> record.tables().containsKey(LAYOUT))
            .sorted(
                Comparator.comparing((RunRecord record) -> record.trial().kind())
                    .thenComparing(record -> record.trial().method())
                    .thenComparing(record -> record.trial().seed())
                    .thenComparing(record -> record.trial().id()))
            .toList();
    for (RunRecord record : laidOut) {
      Table layout = record.tables().get(LAYOUT);
      if (layout.texts().containsKey(ARCHITECTURE) && layout.rows() > 0) {
        table.row(
            Phrases.text(Words.phrase(record.trial().kind()) + ", " + record.trial().method()),
            Phrases.text(Long.toString(record.trial().seed())),
            drawn(layout.text(ARCHITECTURE).get(0)),
            Phrases.link(
                    SitePaths.FROM_RUN + SitePaths.record(scale.name(), record.trial().id()),
                    record.trial().id())
                .with("class", "hash"));
      }
    }
    return table.isEmpty()
        ? List.of()
        : List.of(Page.section("found", "Networks").add(table.scrolling()));
  }

  static Tag drawn(String architecture) {
    Tag list = Tag.of("ol").with("class", "layers");
    for (String layer : architecture.split("\\.", -1)) {
      list.add(Tag.of("li", layer));
    }
    return list;
  }

  private Tag settings() {
    Tag section =
        Page.section("settings", "Settings")
            .add(
                Tag.of(
                    "p",
                    "Everything that defines a trial beside its seed. Where methods of a kind"
                        + " differ, each value names those that have it."));
    byKind.forEach(
        (kind, methods) ->
            section.add(
                Tag.of("details")
                    .add(
                        Tag.of("summary", Words.heading(Words.phrase(kind))),
                        settings(kind, methods, records.link(kind)).scrolling())));
    return section;
  }

  private static DataTable settings(String kind, Map<String, List<RunRecord>> methods, Tag source) {
    SortedMap<String, SortedMap<String, SortedSet<String>>> methodsByValue = new TreeMap<>();
    methods.forEach(
        (method, records) ->
            records.stream()
                .map(record -> DottedSettings.of(record.trial().settings()))
                .distinct()
                .forEach(
                    settings ->
                        settings.forEach(
                            (name, value) ->
                                methodsByValue
                                    .computeIfAbsent(name, any -> new TreeMap<>())
                                    .computeIfAbsent(value, any -> new TreeSet<>())
                                    .add(method))));
    DataTable table = DataTable.traced("Settings of " + Words.phrase(kind), "Setting", "Value");
    methodsByValue.forEach(
        (name, values) ->
            table.tracedRow(
                source, Phrases.code(name), SettingValues.shown(values, methods.keySet())));
    return table;
  }
}
