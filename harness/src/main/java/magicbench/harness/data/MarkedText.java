package magicbench.harness.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import magicbench.harness.data.SquadQuestion.Span;

/**
 * An element's text, white space as single blanks, and the part of it that is marked.
 *
 * @param text the text without its markers
 * @param hasGaps whether it has places for words that a program fills in
 * @param marked where the one marked part stands, without blanks around it; empty where none is
 *     marked, or more than one, or nothing but blanks
 */
record MarkedText(String text, boolean hasGaps, Optional<Span> marked) {

  private static final String MARKER = "marker";
  private static final String MATCH = "match";

  /** Words of the sentence by their number, or what else the program knows by name. */
  private static final Pattern GAP = Pattern.compile("\\\\\\d|\\{\\w+}");

  /** Reads the element that the reader stands at the start of, to its end. */
  static MarkedText read(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    List<Integer> marks = new ArrayList<>();
    boolean gaps = false;
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(xml.getText());
      } else if (event == XMLStreamConstants.START_ELEMENT
          || event == XMLStreamConstants.END_ELEMENT) {
        depth += event == XMLStreamConstants.START_ELEMENT ? 1 : -1;
        gaps |= xml.getLocalName().equals(MATCH);
        if (depth > 0 && xml.getLocalName().equals(MARKER)) {
          marks.add(text.length());
        }
      }
    }
    return of(text.toString(), gaps || GAP.matcher(text).find(), marks);
  }

  private static MarkedText of(String raw, boolean gaps, List<Integer> marks) {
    String blanks = single(raw);
    String text = blanks.strip();
    if (marks.size() != 2) {
      return new MarkedText(text, gaps, Optional.empty());
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
    return new MarkedText(
        text, gaps, from < to ? Optional.of(new Span(from, to)) : Optional.empty());
  }

  private static String single(String raw) {
    return raw.replaceAll("\\s+", " ");
  }
}
