package magicbench.results.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.record.RunRecord;

/**
 * Records by kind and method, each of them a link, so that a number leads by one click to all that
 * it was computed from.
 */
final class RecordLists {

  private static final int SHOWN = 8;
  private static final Comparator<RunRecord> BY_SEED =
      Comparator.comparing((RunRecord record) -> record.trial().seed())
          .thenComparing(record -> record.trial().id());

  private final String id;
  private final String root;
  private final String scale;
  private final SortedMap<String, SortedMap<String, List<RunRecord>>> byKind = new TreeMap<>();

  /**
   * Lists.
   *
   * @param id of the section, with which the ids of its parts begin
   * @param root from the page to the site's folder
   * @param scale whose records they are
   * @param records each once
   */
  RecordLists(String id, String root, String scale, Collection<RunRecord> records) {
    this.id = id;
    this.root = root;
    this.scale = scale;
    records.stream()
        .sorted(BY_SEED)
        .forEach(
            record ->
                byKind
                    .computeIfAbsent(record.trial().kind(), kind -> new TreeMap<>())
                    .computeIfAbsent(record.trial().method(), method -> new ArrayList<>())
                    .add(record));
  }

  boolean isEmpty() {
    return byKind.isEmpty();
  }

  boolean holds(String kind, String method) {
    return !of(kind, method).isEmpty();
  }

  private List<RunRecord> of(String kind, String method) {
    return byKind.getOrDefault(kind, Collections.emptySortedMap()).getOrDefault(method, List.of());
  }

  /** Leads to the records of one method of a kind. */
  Tag link(String kind, String method) {
    return link("#" + id(kind, method), of(kind, method).size());
  }

  /** Leads to the records of a kind. */
  Tag link(String kind) {
    return link("#" + id(kind), count(kind));
  }

  /** Leads to all of them. */
  Tag link() {
    return link("#" + id, byKind.keySet().stream().mapToInt(this::count).sum());
  }

  private static Tag link(String target, int count) {
    return Phrases.link(target, Phrases.count(count, "record"));
  }

  private int count(String kind) {
    return byKind.getOrDefault(kind, Collections.emptySortedMap()).values().stream()
        .mapToInt(List::size)
        .sum();
  }

  private String id(String kind) {
    return id + "-" + kind;
  }

  /** No kind's name holds a point. */
  private String id(String kind, String method) {
    return id(kind) + "." + method;
  }

  /** The section. */
  Tag section(String heading) {
    Tag section =
        Page.section(id, heading)
            .add(
                Tag.of(
                    "p",
                    "Each name is the beginning of a trial\u2019s id and leads to its record; numbers"
                        + " above lead to the records that they were computed from."));
    byKind.forEach((kind, methods) -> section.add(kind(kind, methods)));
    return section;
  }

  private Tag kind(String kind, SortedMap<String, List<RunRecord>> methods) {
    Tag list = Tag.of("dl").with("class", "records");
    methods.forEach(
        (method, records) ->
            list.add(Tag.of("dt", method).with("id", id(kind, method)), each(records)));
    return Tag.of("div")
        .add(Tag.of("h3", Words.heading(Words.phrase(kind))).with("id", id(kind)), list);
  }

  private Tag each(List<RunRecord> records) {
    Tag list = Tag.of("ul").with("class", "chips");
    records.forEach(
        record -> {
          String trial = record.trial().id();
          list.add(
              Tag.of("li")
                  .add(
                      Phrases.link(
                          root + SitePaths.record(scale, trial),
                          trial.substring(0, Math.min(SHOWN, trial.length()))))
                  .text(" seed " + record.trial().seed()));
        });
    return Tag.of("dd").add(list);
  }
}
