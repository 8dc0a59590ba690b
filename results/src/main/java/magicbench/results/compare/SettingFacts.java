package magicbench.results.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.plan.DottedSettings;
import magicbench.results.plan.Trial;

/**
 * Settings by dotted name, on both sides, of the methods that both sides ran. Where a setting holds
 * the same under several kinds and methods it is told once.
 */
final class SettingFacts {

  private static final String NOT_SET = "not set";

  /** Where each setting holds the same: names, then both sides' values, then kinds and methods. */
  private final SortedMap<String, Map<Sides, List<String>>> places = new TreeMap<>();

  /** What both sides say of one setting. */
  private record Sides(Told before, Told after) {}

  /** Adds the trials of one kind. */
  void add(String kind, List<Trial> before, List<Trial> after) {
    SortedSet<String> methods = methods(before);
    methods.retainAll(methods(after));
    SortedMap<String, SortedMap<String, Sides>> byName = new TreeMap<>();
    for (String method : methods) {
      settings(ofMethod(before, method), ofMethod(after, method))
          .forEach(
              (name, sides) ->
                  byName.computeIfAbsent(name, key -> new TreeMap<>()).put(method, sides));
    }
    byName.forEach((name, byMethod) -> place(kind, name, byMethod, methods.size()));
  }

  private void place(String kind, String name, SortedMap<String, Sides> byMethod, int methods) {
    Map<Sides, List<String>> here = places.computeIfAbsent(name, key -> new LinkedHashMap<>());
    boolean everywhere =
        byMethod.size() == methods && byMethod.values().stream().distinct().count() == 1;
    if (everywhere) {
      put(here, byMethod.get(byMethod.firstKey()), kind);
    } else {
      byMethod.forEach((method, sides) -> put(here, sides, kind + " " + method));
    }
  }

  private static void put(Map<Sides, List<String>> here, Sides sides, String place) {
    here.computeIfAbsent(sides, key -> new ArrayList<>()).add(place);
  }

  private static SortedSet<String> methods(List<Trial> trials) {
    return trials.stream().map(Trial::method).collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Trial> ofMethod(List<Trial> trials, String method) {
    return trials.stream().filter(trial -> trial.method().equals(method)).toList();
  }

  /** One fact a setting and pair of values, by the setting's name. */
  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    places.forEach(
        (name, here) ->
            here.forEach(
                (sides, where) ->
                    facts.add(
                        new Fact(
                            Category.SETTINGS,
                            name + " (" + String.join(", ", where) + ")",
                            sides.before(),
                            sides.after()))));
    return facts;
  }

  private static SortedMap<String, Sides> settings(List<Trial> before, List<Trial> after) {
    List<SortedMap<String, String>> ones =
        before.stream().map(trial -> DottedSettings.of(trial.settings())).toList();
    List<SortedMap<String, String>> others =
        after.stream().map(trial -> DottedSettings.of(trial.settings())).toList();
    SortedMap<String, Sides> sides = new TreeMap<>();
    Stream.concat(ones.stream(), others.stream())
        .flatMap(settings -> settings.keySet().stream())
        .distinct()
        .forEach(name -> sides.put(name, new Sides(told(ones, name), told(others, name))));
    return sides;
  }

  private static Told told(List<SortedMap<String, String>> settings, String name) {
    SortedSet<String> values = new TreeSet<>();
    settings.forEach(each -> values.add(each.getOrDefault(name, NOT_SET)));
    return new Told(values, false);
  }
}
