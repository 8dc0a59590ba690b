package magicbench.results.report;

import java.util.SortedMap;

/** Who used something: kinds of trial, scale by scale. */
final class Users {

  private Users() {}

  /**
   * A list that leads to their records, from a page in the site's folder.
   *
   * @param users how many trials of each kind, by scale
   */
  static Tag list(SortedMap<String, SortedMap<String, Integer>> users) {
    Tag list = Tag.of("ul").with("class", "users");
    users.forEach((scale, kinds) -> list.add(item(scale, kinds)));
    return list;
  }

  private static Tag item(String scale, SortedMap<String, Integer> kinds) {
    Tag item = Tag.of("li", scale + ": ");
    kinds.forEach(
        (kind, count) ->
            item.text(kind.equals(kinds.firstKey()) ? "" : ", ")
                .add(
                    Phrases.link(
                        SitePaths.run(scale) + "#records-" + kind,
                        count + " " + Words.phrase(kind))));
    return item;
  }
}
