package magicbench.results.report;

import java.util.List;
import java.util.stream.Collectors;

/** A list of terms and what each stands for. */
final class Definitions {

  private final Tag list = Tag.of("dl");

  Definitions add(String term, String text) {
    return add(term, Phrases.text(text));
  }

  Definitions add(String term, Tag content) {
    list.add(Tag.of("dt", term), Tag.of("dd").add(content));
    return this;
  }

  Definitions addIfPresent(String term, String text) {
    return text == null || text.isBlank() ? this : add(term, text);
  }

  /** All of several values that may disagree. */
  Definitions addAll(String term, List<String> values) {
    if (values.size() < 2) {
      return add(term, values.stream().collect(Collectors.joining()));
    }
    Tag items = Tag.of("ul");
    values.forEach(value -> items.add(Tag.of("li", value)));
    list.add(Tag.of("dt", term), Tag.of("dd").add(items));
    return this;
  }

  Tag list() {
    return list;
  }
}
