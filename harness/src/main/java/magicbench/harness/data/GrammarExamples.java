package magicbench.harness.data;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The example sentences of LanguageTool's English grammar rules, right and wrong.
 *
 * <p>An example with a correction, or of the type {@code triggers_error}, is wrong; every other one
 * is right. Entities are expanded up to a limit; nothing outside the file is ever opened.
 */
final class GrammarExamples {

  private static final String ENTRY = "org/languagetool/rules/en/grammar.xml";
  private static final long MAX_ENTRY_BYTES = 64L << 20;
  private static final Map<String, String> LIMITS =
      Map.of(
          "jdk.xml.entityExpansionLimit", "100000",
          "jdk.xml.totalEntitySizeLimit", "100000000",
          "jdk.xml.maxGeneralEntitySizeLimit", "1000000",
          "jdk.xml.maxElementDepth", "100");

  private final Archive archive;
  private String category = "";
  private String group = "";
  private String rule = "";
  private String message = "";

  GrammarExamples(Path jar) {
    this.archive = new Archive(jar);
  }

  /**
   * One sentence.
   *
   * @param text without its markers, white space as single blanks
   * @param right whether it carries no error
   * @param category the identifier of the rules' category
   * @param rules the identifier of the group of rules that it belongs to, or of its rule alone
   * @param error what its rule says about the error that is marked; empty where none is marked, or
   *     more than one, or nothing is said, or what is said has gaps that the program fills in
   */
  record Example(
      String text, boolean right, String category, String rules, Optional<MarkedError> error) {}

  /**
   * An error that is marked in a wrong sentence.
   *
   * @param at where it stands in the sentence
   * @param message what the rule says of it
   * @param correction what may stand there instead, the first of several; empty where none is given
   */
  record MarkedError(SquadQuestion.Span at, String message, Optional<String> correction) {}

  /** Tells of every example in the order of the file. */
  void read(Consumer<Example> sink) {
    archive.read(ENTRY, MAX_ENTRY_BYTES, in -> read(in, sink));
  }

  private Boolean read(InputStream in, Consumer<Example> sink) {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          begin(xml, sink);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          end(xml.getLocalName());
        }
      }
      return true;
    } catch (XMLStreamException e) {
      throw archive.fault(ENTRY, "broken XML: " + e.getMessage());
    }
  }

  private void begin(XMLStreamReader xml, Consumer<Example> sink) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "category" -> category = identifier(xml);
      case "rulegroup" -> group = identifier(xml);
      case "rule" -> {
        rule = identifier(xml);
        message = "";
      }
      case "message" -> {
        MarkedText said = MarkedText.read(xml);
        message = said.hasGaps() ? "" : said.text();
      }
      case "example" -> example(xml, sink);
      default -> {}
    }
  }

  private void end(String element) {
    if (element.equals("rulegroup")) {
      group = "";
    }
  }

  private static String identifier(XMLStreamReader xml) {
    String identifier = xml.getAttributeValue(null, "id");
    return identifier == null ? "" : identifier;
  }

  private static boolean isRight(XMLStreamReader xml) {
    return xml.getAttributeValue(null, "correction") == null
        && !"triggers_error".equals(xml.getAttributeValue(null, "type"));
  }

  private void example(XMLStreamReader xml, Consumer<Example> sink) throws XMLStreamException {
    boolean right = isRight(xml);
    String corrections = xml.getAttributeValue(null, "correction");
    MarkedText sentence = MarkedText.read(xml);
    Optional<MarkedError> error =
        right || message.isEmpty()
            ? Optional.empty()
            : sentence.marked().map(at -> new MarkedError(at, message, first(corrections)));
    sink.accept(
        new Example(sentence.text(), right, category, group.isEmpty() ? rule : group, error));
  }

  /** Corrections are joined by bars; an empty one deletes the error. */
  private static Optional<String> first(String corrections) {
    return Optional.ofNullable(corrections).map(all -> all.split("\\|", -1)[0]);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    LIMITS.forEach(factory::setProperty);
    return factory;
  }
}
