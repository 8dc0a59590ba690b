package magicbench.harness.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import magicbench.harness.data.SquadQuestion.Span;

/**
 * An element's text, white space as single blanks, and the part of it that is marked.
 *
 * @param text the text without its markers
 * @param marked where the one marked part stands, without blanks around it; empty where none is
 *     marked, or more than one, or nothing but blanks
 */
record MarkedText(String text, Optional<Span> marked) {

  private static final String MARKER = "marker";

  /** Reads the element that the reader stands at the start of, to its end. */
  static MarkedText read(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    List<Integer> marks = new ArrayList<>();
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(xml.getText());
      } else if (event == XMLStreamConstants.START_ELEMENT
          || event == XMLStreamConstants.END_ELEMENT) {
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : -1;
        if (depth > 0 && xml.getLocalName().equals(MARKER)) {
          marks.add(text.length());
        }
      }
    }
    return of(text.toString(), marks);
  }

  private static MarkedText of(String raw, List<Integer> marks) {
    String blanks = single(raw);
    String text = blanks.strip();
    if (marks.size() != 2) {
      return new MarkedText(text, Optional.empty());
    }
    int before = blanks.length() - blanks.stripLeading().length();
    int from = Math.max(0, single(raw.substring(0, marks.get(0))).length() - before);
    int to = Math.min(text.length(), single(raw.substring(0, marks.get(1))).length() - before);
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (from < to && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new MarkedText(text, from < to ? Optional.of(new Span(from, to)) : Optional.empty());
  }

  private static String single(String raw) {
    return raw.replaceAll("\\s+", " ");
  }
}
