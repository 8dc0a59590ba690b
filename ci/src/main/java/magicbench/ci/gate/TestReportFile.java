package magicbench.ci.gate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One XML report of a test run, read as a stream, without entities and within bounds.
 *
 * <p>A suite's own words are kept apart from faults: a failure of type {@value #CONTRADICTION} is a
 * result, every other failure and every error is a crash.
 */
final class TestReportFile {

  /** The error that a suite throws for a contradicted claim. */
  static final String CONTRADICTION = "magicbench.suites.assertion.ContradictedClaimError";

  private static final long LARGEST_BYTES = 64L << 20;
  private static final int LONGEST_LINE = 240;

  private final List<String> crashes = new ArrayList<>();
  private final List<String> contradictions = new ArrayList<>();
  private final String file;
  private String test = "";

  private TestReportFile(String file) {
    this.file = file;
  }

  static TestReportFile read(Path path) {
    TestReportFile report = new TestReportFile(String.valueOf(path.getFileName()));
    try (InputStream in = Files.newInputStream(path)) {
      if (Files.size(path) > LARGEST_BYTES) {
        report.crash("larger than " + LARGEST_BYTES + " bytes, not read");
        return report;
      }
      report.readAll(factory().createXMLStreamReader(in));
    } catch (IOException | XMLStreamException e) {
      report.crash("not a whole report (" + e.getMessage() + ")");
    }
    return report;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  List<String> crashes() {
    return List.copyOf(crashes);
  }

  List<String> contradictions() {
    return List.copyOf(contradictions);
  }

  private void readAll(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        element(xml);
      }
    }
  }

  private void element(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "testcase" -> test = attribute(xml, "classname") + " " + attribute(xml, "name");
      case "error" -> crashes.add(shorten(test + ": " + what(xml)));
      case "failure" -> failure(xml);
      case "failsafe-summary" -> summary(xml);
      case "failureMessage" -> failureMessage(xml.getElementText());
      default -> {
        // Properties, output and skipped tests say nothing about crashes.
      }
    }
  }

  private void failure(XMLStreamReader xml) {
    if (attribute(xml, "type").strip().equals(CONTRADICTION)) {
      contradictions.add(shorten(test + ": " + what(xml)));
    } else {
      crashes.add(shorten(test + ": " + what(xml)));
    }
  }

  private void summary(XMLStreamReader xml) {
    if (attribute(xml, "timeout").equals("true")) {
      crash("the test run was ended by its time limit");
    }
  }

  private void failureMessage(String text) {
    if (!text.isBlank()) {
      crash(text);
    }
  }

  private void crash(String what) {
    crashes.add(shorten(file + ": " + what));
  }

  private static String what(XMLStreamReader xml) {
    return (attribute(xml, "type") + " " + attribute(xml, "message")).strip();
  }

  private static String attribute(XMLStreamReader xml, String name) {
    return Optional.ofNullable(xml.getAttributeValue(null, name)).orElse("");
  }

  private static String shorten(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
  }
}
