package magicbench.results.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.plan.DottedSettings;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;

/** What networks can be chosen from, and which were found and trained, at every scale. */
final class SpacesPage {

  private static final String SPACE = "space";

  private final WholeReport report;

  private SpacesPage(WholeReport report) {
    this.report = report;
  }

  /** The page. */
  static Tag main(WholeReport report) {
    return new SpacesPage(report).main();
  }

  private Tag main() {
    Tag main =
        Tag.of("main")
            .add(
                Tag.of("h1", "What can be chosen, and what was found"),
                Tag.of(
                        "p",
                        "A search space is told by its settings: how many layers, which operators,"
                            + " how wide. A network is drawn layer by layer, from the first to the"
                            + " last.")
                    .with("class", "lead"));
    SortedMap<String, Space> spaces = spaces();
    if (spaces.isEmpty()) {
      main.add(Tag.of("p", "No record names a search space."));
    }
    int number = 1;
    for (Space space : spaces.values()) {
      main.add(space.section(number++));
    }
    return main.add(networks());
  }

  private SortedMap<String, Space> spaces() {
    SortedMap<String, Space> spaces = new TreeMap<>();
    for (ReportedScale scale : report.scales()) {
      for (RunRecord record : scale.recordsById().values()) {
        find(record.trial().settings())
            .ifPresent(
                found ->
                    spaces
                        .computeIfAbsent(found.toString(), any -> new Space(found, new TreeMap<>()))
                        .use(scale.name(), record.trial().kind()));
      }
    }
    return spaces;
  }

  /** Among a trial's settings, or one level below. */
  private static Optional<JsonNode> find(JsonNode settings) {
    if (settings.path(SPACE).isObject()) {
      return Optional.of(settings.path(SPACE));
    }
    for (JsonNode below : settings) {
      if (below.path(SPACE).isObject()) {
        return Optional.of(below.path(SPACE));
      }
    }
    return Optional.empty();
  }

  /**
   * A space.
   *
   * @param settings that define it
   * @param users how many trials of a kind, by scale
   */
  private record Space(JsonNode settings, SortedMap<String, SortedMap<String, Integer>> users) {

    void use(String scale, String kind) {
      users.computeIfAbsent(scale, any -> new TreeMap<>()).merge(kind, 1, Integer::sum);
    }

    Tag section(int number) {
      Definitions list = new Definitions();
      DottedSettings.of(settings).forEach((name, value) -> list.add(Words.phrase(name), value));
      return Page.section("space-" + number, "Space " + number)
          .add(list.list(), Tag.of("h3", "Trials in it"), Users.list(users));
    }
  }

  /** Networks that were laid out by a search or a twin, and how often each was. */
  private Tag networks() {
    DataTable table =
        DataTable.traced("Networks, by scale and method", "Network", "Scale", "Method");
    for (ReportedScale scale : report.scales()) {
      SortedMap<String, SortedMap<String, RunRecord>> byMethod = new TreeMap<>();
      scale.recordsById().values().stream()
          .filter(record -> architecture(record).isPresent())
          .forEach(
              record ->
                  byMethod
                      .computeIfAbsent(record.trial().method(), any -> new TreeMap<>())
                      .putIfAbsent(architecture(record).orElseThrow(), record));
      byMethod.forEach(
          (method, networks) ->
              networks.forEach(
                  (layers, record) ->
                      table.tracedRow(
                          Phrases.link(
                                  SitePaths.record(scale.name(), record.trial().id()),
                                  record.trial().id())
                              .with("class", "hash"),
                          RunPage.drawn(layers),
                          Phrases.link(SitePaths.run(scale.name()) + "#found", scale.name()),
                          MethodPage.link("", method))));
    }
    return Page.section("networks", "Networks that were found or made, and trained")
        .add(table.isEmpty() ? Tag.of("p", "No record lays a network out.") : table.scrolling());
  }

  private static Optional<String> architecture(RunRecord record) {
    Table layout = record.tables().get(RunPage.LAYOUT);
    return layout == null || layout.rows() == 0 || !layout.texts().containsKey(RunPage.ARCHITECTURE)
        ? Optional.empty()
        : Optional.of(layout.text(RunPage.ARCHITECTURE).get(0));
  }
}
