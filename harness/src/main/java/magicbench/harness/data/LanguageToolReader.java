package magicbench.harness.data;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Example sentences of LanguageTool's English grammar rules that carry no error.
 *
 * <p>An example with a correction, or of the type {@code triggers_error}, is wrong; every other one
 * is right. Sentences that occur as both are left out; each sentence comes once and is its own
 * group. Entities are expanded up to a limit; nothing outside the file is ever opened.
 */
final class LanguageToolReader implements SentenceSource {

  private static final String ENTRY = "org/languagetool/rules/en/grammar.xml";
  private static final long MAX_ENTRY_BYTES = 64L << 20;
  private static final String EXAMPLE = "example";
  private static final Map<String, String> LIMITS =
      Map.of(
          "jdk.xml.entityExpansionLimit", "100000",
          "jdk.xml.totalEntitySizeLimit", "100000000",
          "jdk.xml.maxGeneralEntitySizeLimit", "1000000",
          "jdk.xml.maxElementDepth", "100");

  private final Archive archive;

  LanguageToolReader(Path jar) {
    this.archive = new Archive(jar);
  }

  @Override
  public void read(Consumer<? super Sentence> sink) {
    Map<String, Boolean> rightOnly = archive.read(ENTRY, MAX_ENTRY_BYTES, this::examples);
    rightOnly.forEach(
        (text, right) -> {
          if (right) {
            sink.accept(new Sentence(text, text, DataCatalogue.LANGUAGE_TOOL));
          }
        });
  }

  private Map<String, Boolean> examples(InputStream in) {
    Map<String, Boolean> rightOnly = new LinkedHashMap<>();
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && EXAMPLE.equals(xml.getLocalName())) {
          boolean right = isRight(xml);
          rightOnly.merge(text(xml), right, Boolean::logicalAnd);
        }
      }
    } catch (XMLStreamException e) {
      throw archive.fault(ENTRY, "broken XML: " + e.getMessage());
    }
    return rightOnly;
  }

  private static boolean isRight(XMLStreamReader xml) {
    return xml.getAttributeValue(null, "correction") == null
        && !"triggers_error".equals(xml.getAttributeValue(null, "type"));
  }

  private static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        default -> {}
      }
    }
    return text.toString().replaceAll("\\s+", " ").strip();
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
