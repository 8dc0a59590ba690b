package magicbench.results.report;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;

/** The values of a setting, each with those that have it where they differ. */
final class SettingValues {

  private static final int MOST = 6;

  private SettingValues() {}

  /**
   * A cell.
   *
   * @param values who has each
   * @param everyone who could have it
   */
  static Tag shown(SortedMap<String, SortedSet<String>> values, Collection<String> everyone) {
    if (values.size() > MOST) {
      return Phrases.text(values.size() + " values, " + values.firstKey() + " among them");
    }
    if (values.size() == 1 && values.get(values.firstKey()).containsAll(everyone)) {
      return Phrases.text(values.firstKey());
    }
    Tag list = Tag.of("ul");
    values.forEach(
        (value, own) -> list.add(Tag.of("li", value + " (" + String.join(", ", own) + ")")));
    return list;
  }
}
