package magicbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An element of XHTML or SVG; every text and every attribute's value is escaped on its way out. */
final class Tag implements Node {

  private static final Set<String> EMPTY =
      Set.of("meta", "link", "br", "circle", "line", "polygon", "polyline", "rect");
  private static final Set<String> INLINE =
      Set.of("a", "abbr", "br", "code", "data", "em", "small", "span", "strong");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Node> children = new ArrayList<>();

  private Tag(String name) {
    this.name = name;
  }

  static Tag of(String name) {
    return new Tag(name);
  }

  static Tag of(String name, String text) {
    return new Tag(name).text(text);
  }

  Tag with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  Tag text(String text) {
    children.add(new Text(text));
    return this;
  }

  Tag add(Node... nodes) {
    return add(List.of(nodes));
  }

  Tag add(List<? extends Node> nodes) {
    children.addAll(nodes);
    return this;
  }

  String render() {
    StringBuilder out = new StringBuilder();
    appendTo(out);
    return out.append('\n').toString();
  }

  /** What it says, without marks: for formats that are not HTML. */
  String plain() {
    StringBuilder out = new StringBuilder();
    for (Node child : children) {
      if (child instanceof Tag tag) {
        out.append(tag.plain());
      } else if (child instanceof Text text) {
        out.append(text.words());
      }
    }
    return out.toString();
  }

  private record Text(String words) implements Node {

    @Override
    public void appendTo(StringBuilder out) {
      escape(words, out);
    }
  }

  @Override
  public void appendTo(StringBuilder out) {
    if (!INLINE.contains(name) && !out.isEmpty()) {
      out.append('\n');
    }
    out.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          out.append(' ').append(attribute).append("=\"");
          escape(value, out);
          out.append('"');
        });
    if (EMPTY.contains(name)) {
      out.append("/>");
      return;
    }
    out.append('>');
    children.forEach(child -> child.appendTo(out));
    out.append("</").append(name).append('>');
  }

  private static void escape(String text, StringBuilder out) {
    text.codePoints().forEach(codePoint -> escape(codePoint, out));
  }

  private static void escape(int codePoint, StringBuilder out) {
    switch (codePoint) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(isXmlCharacter(codePoint) ? codePoint : 0xFFFD);
    }
  }

  /** XML 1.0, production 2, without the surrogates that a lone half would leave. */
  private static boolean isXmlCharacter(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || (codePoint >= 0x20 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint >= 0x10000;
  }
}
