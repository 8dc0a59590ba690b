package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Stratum;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a written site back. */
final class SiteFiles {

  private SiteFiles() {}

  /** A link as it stands on a page. */
  record Target(Path page, String href) {}

  /** A number as it is shown and as it is. */
  record Shown(String text, double exact) {}

  static List<Path> ending(Path folder, String... endings) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Stream.of(endings).anyMatch(end -> file.toString().endsWith(end)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> contents(Path folder) {
    SortedMap<String, String> contents = new TreeMap<>();
    ending(folder, ".html", ".svg", ".css", ".csv", ".js", ".json")
        .forEach(file -> contents.put(folder.relativize(file).toString(), read(file)));
    return contents;
  }

  static Document parse(Path file) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      return factory.newDocumentBuilder().parse(file.toFile());
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(file + ": " + e.getMessage(), e);
    }
  }

  static List<String> attributes(Document document, String name) {
    return elements(document, "*").stream()
        .filter(element -> element.hasAttribute(name))
        .map(element -> element.getAttribute(name))
        .toList();
  }

  static List<Target> targets(Path page) {
    Document document = parse(page);
    return Stream.of("href", "src")
        .flatMap(name -> attributes(document, name).stream())
        .map(href -> new Target(page, href))
        .toList();
  }

  static void assertResolves(Target target) {
    int hash = target.href().indexOf('#');
    String file = hash < 0 ? target.href() : target.href().substring(0, hash);
    Path page = file.isEmpty() ? target.page() : target.page().resolveSibling(file);
    assertThat(page).isRegularFile();
    if (hash >= 0) {
      assertThat(attributes(parse(page), "id")).contains(target.href().substring(hash + 1));
    }
  }

  static List<Double> numbers(Judgement judgement) {
    Evidence evidence = judgement.evidence().orElseThrow();
    List<Estimate> estimates = new ArrayList<>();
    estimates.add(evidence.effect());
    evidence.learned().ifPresent(estimates::add);
    estimates.addAll(evidence.alternatives());
    estimates.addAll(evidence.measurements());
    evidence
        .breakdowns()
        .forEach(
            breakdown -> breakdown.strata().forEach(stratum -> estimates.addAll(both(stratum))));
    evidence.stages().forEach(stage -> stage.effect().ifPresent(estimates::add));
    evidence.stages().forEach(stage -> stage.alternative().ifPresent(estimates::add));
    judgement.controls().forEach(control -> estimates.add(control.measured()));
    List<Double> numbers = new ArrayList<>(evidence.perSeed().values());
    estimates.forEach(estimate -> numbers.add(estimate.value()));
    estimates.stream()
        .flatMap(estimate -> estimate.interval().stream())
        .forEach(interval -> numbers.addAll(List.of(interval.low(), interval.high())));
    numbers.addAll(List.of(evidence.adjustedPValue(), evidence.test().pValue()));
    return numbers;
  }

  private static List<Estimate> both(Stratum stratum) {
    return List.of(stratum.effect(), stratum.alternative());
  }

  static List<Shown> shownNumbers(Document page) {
    return elements(page, "data").stream()
        .map(
            element ->
                new Shown(
                    element.getTextContent(), Double.parseDouble(element.getAttribute("value"))))
        .filter(shown -> !shown.text().contains("\u00d7"))
        .toList();
  }

  static void assertAgrees(Shown shown) {
    String text = shown.text().replace('\u2212', '-');
    int point = text.indexOf('.');
    int decimals = point < 0 ? 0 : text.length() - point - 1;
    assertThat(Double.parseDouble(text))
        .isCloseTo(shown.exact(), within(0.5 * Math.pow(10, -decimals) + 1e-12));
  }

  static Map<String, String> facts(Document page) {
    List<Element> terms = elements(page, "dt");
    List<Element> values = elements(page, "dd");
    SortedMap<String, String> facts = new TreeMap<>();
    for (int i = 0; i < terms.size(); i++) {
      String value = values.get(i).getTextContent();
      facts.put(terms.get(i).getTextContent(), value.replaceAll("[ \n]+", " ").strip());
    }
    return facts;
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(Element.class::cast)
        .toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
