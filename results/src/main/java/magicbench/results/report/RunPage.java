package magicbench.results.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import magicbench.results.plan.DottedSettings;
import magicbench.results.record.Provenance.MeasuredCost;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;

/**
 * All that was run at one scale: methods with what they were given and what they took, their
 * settings, the networks that were found, code, machine and data.
 */
final class RunPage {

  private static final String LAYOUT = "layout";
  private static final String ARCHITECTURE = "architecture";
  private static final int MOST_VALUES = 6;
  private static final List<String> PASSES =
      List.of("trainingSteps", "forwardPasses", "backwardPasses");

  private final ReportedScale scale;
  private final SortedMap<String, SortedMap<String, List<RunRecord>>> byKind = new TreeMap<>();

  private RunPage(ReportedScale scale) {
    this.scale = scale;
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

  static Tag main(ReportedScale scale) {
    RunPage page = new RunPage(scale);
    Tag main =
        Tag.of("main")
            .add(
                Tag.of("h1", "What was run at scale " + scale.name()),
                Tag.of("p", page.introduction()).with("class", "lead"),
                page.methods());
    return main.add(page.found())
        .add(page.settings())
        .add(ProvenanceSection.ofRecords(scale.recordsById().values()));
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
    List<String> headers =
        new ArrayList<>(List.of("Kind", "Method", "Trials", "Seeds", "CPU time, summed"));
    PASSES.forEach(name -> headers.add(Words.heading(Words.phrase(name)) + ", each"));
    DataTable table = new DataTable("Trials by kind and method", headers.toArray(String[]::new));
    byKind.forEach(
        (kind, methods) ->
            methods.forEach((method, records) -> table.row(row(kind, method, records))));
    return Page.section("methods", "Methods, and what each took")
        .add(
            Tag.of(
                "p",
                "Methods of one kind that are held against each other should have been given as"
                    + " much. Steps and passes are a trial\u2019s own."),
            table.scrolling());
  }

  private Node[] row(String kind, String method, List<RunRecord> records) {
    List<Node> cells =
        new ArrayList<>(
            List.of(
                Phrases.text(Words.phrase(kind)),
                Phrases.text(method),
                Numbers.tag(records.size(), 0),
                Phrases.text(seeds(records)),
                Phrases.text(cpuTime(records))));
    PASSES.forEach(name -> cells.add(range(records, name)));
    return cells.toArray(Node[]::new);
  }

  private static String seeds(List<RunRecord> records) {
    SortedSet<Long> seeds = new TreeSet<>();
    records.forEach(record -> seeds.add(record.trial().seed()));
    return seeds.size() <= MOST_VALUES
        ? seeds.stream().map(Object::toString).collect(Collectors.joining(", "))
        : seeds.size() + " from " + seeds.first() + " to " + seeds.last();
  }

  private static String cpuTime(List<RunRecord> records) {
    List<Double> known =
        records.stream()
            .map(record -> record.provenance().cost())
            .filter(Objects::nonNull)
            .map(MeasuredCost::cpuSeconds)
            .filter(Objects::nonNull)
            .toList();
    return known.size() < records.size()
        ? Words.UNKNOWN
        : Quantities.seconds(known.stream().mapToDouble(Double::doubleValue).sum());
  }

  private static Tag range(List<RunRecord> records, String metric) {
    List<Double> values =
        records.stream()
            .map(record -> record.metrics().get(metric))
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList();
    if (values.isEmpty()) {
      return Phrases.text("\u2013");
    }
    Tag range = Tag.of("span").add(Numbers.tag(values.get(0), 0));
    return values.size() == 1
        ? range
        : range.text(" to ").add(Numbers.tag(values.get(values.size() - 1), 0));
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

  private static Tag drawn(String architecture) {
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
                        settings(kind, methods).scrolling())));
    return section;
  }

  private static DataTable settings(String kind, Map<String, List<RunRecord>> methods) {
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
    DataTable table = new DataTable("Settings of " + Words.phrase(kind), "Setting", "Value");
    methodsByValue.forEach(
        (name, values) -> table.row(Phrases.code(name), value(values, methods.keySet())));
    return table;
  }

  private static Tag value(
      SortedMap<String, SortedSet<String>> values, Collection<String> methods) {
    if (values.size() > MOST_VALUES) {
      return Phrases.text(values.size() + " values, " + values.firstKey() + " among them");
    }
    if (values.size() == 1 && values.get(values.firstKey()).containsAll(methods)) {
      return Phrases.text(values.firstKey());
    }
    Tag list = Tag.of("ul");
    values.forEach(
        (value, own) -> list.add(Tag.of("li", value + " (" + String.join(", ", own) + ")")));
    return list;
  }
}
