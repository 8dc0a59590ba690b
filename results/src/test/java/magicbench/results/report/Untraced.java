package magicbench.results.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Finds numbers of a site that lead to no record: rows of tables with a decimal number, drawings,
 * and headline effects without a link to a record, to a list of records, to rows as CSV, or to
 * lines of a history.
 *
 * <p>Left out, as no record of ours can hold them: what other people printed (sections {@code
 * published-…}, whose rows name their source) and the paper's own values (links to {@code
 * #question}, where place and grade stand). Of a claim that was not run there is a tolerance alone,
 * and its list says so.
 */
final class Untraced {

  private static final Pattern DECIMAL = Pattern.compile("\\d\\.\\d");
  private static final Pattern FILE = Pattern.compile("(data|records)/.*\\.(json|jsonl|csv)");
  private static final Pattern LIST = Pattern.compile("(trials|records|beside|judged-).*");
  private static final Pattern COUNTED = Pattern.compile("(\\d+) records?");
  private static final Pattern OF_METHOD =
      Pattern.compile("([^#]*)#((?:records|beside)-[^.]*\\..*)");
  private static final String PAPER = "#question";
  private static final String NONE = "No trial was judged.";

  private final Path folder;
  private final Map<Path, Document> pages = new HashMap<>();

  private Untraced(Path folder) {
    this.folder = folder;
  }

  /** One line for each that leads nowhere, with its page. */
  static List<String> of(Path folder) {
    Untraced untraced = new Untraced(folder);
    List<String> found = new ArrayList<>();
    for (Path page : SiteFiles.ending(folder, ".html")) {
      Document document = untraced.parsed(page);
      for (Element row : all(document, "tr")) {
        boolean isHead = row.getParentNode().getNodeName().equals("thead");
        if (!isHead && DECIMAL.matcher(ownNumbers(row)).find() && !isOfOthers(row)) {
          untraced.check(page, row, found);
        }
      }
      all(document, "figure").forEach(figure -> untraced.check(page, figure, found));
      all(document, "p").stream()
          .filter(line -> line.getAttribute("class").equals("effect"))
          .forEach(line -> untraced.check(page, line, found));
    }
    return found;
  }

  /** Links that tell another number of records than the list that they lead to holds. */
  static List<String> miscounted(Path folder) {
    Untraced untraced = new Untraced(folder);
    List<String> found = new ArrayList<>();
    for (Path page : SiteFiles.ending(folder, ".html")) {
      for (Element link : all(untraced.parsed(page), "a")) {
        Matcher counted = COUNTED.matcher(link.getTextContent());
        Matcher target = OF_METHOD.matcher(link.getAttribute("href"));
        if (counted.matches() && target.matches()) {
          Path list = target.group(1).isEmpty() ? page : page.resolveSibling(target.group(1));
          long listed = untraced.listed(list.normalize(), target.group(2));
          if (listed != Long.parseLong(counted.group(1))) {
            found.add(folder.relativize(page) + ": " + link.getTextContent() + ", not " + listed);
          }
        }
      }
    }
    return found;
  }

  /** In the entry of a method, which its name heads. */
  private long listed(Path page, String anchor) {
    return all(parsed(page), "dt").stream()
        .filter(term -> term.getAttribute("id").equals(anchor))
        .map(Untraced::next)
        .flatMap(entry -> links(entry).stream())
        .filter(link -> isFile(page, link.getAttribute("href")))
        .count();
  }

  private static Element next(Node node) {
    Node next = node.getNextSibling();
    return next instanceof Element element ? element : next(next);
  }

  private Document parsed(Path page) {
    return pages.computeIfAbsent(page.normalize(), SiteFiles::parse);
  }

  private void check(Path page, Element element, List<String> found) {
    if (links(element).stream().noneMatch(link -> isSource(page, link.getAttribute("href")))) {
      String text = element.getTextContent().replaceAll("\\s+", " ").strip();
      found.add(folder.relativize(page) + ": " + text.substring(0, Math.min(120, text.length())));
    }
  }

  /** Without the paper's, which are links to where it says so. */
  private static String ownNumbers(Element row) {
    Element copy = (Element) row.cloneNode(true);
    links(copy).stream()
        .filter(link -> link.getAttribute("href").endsWith(PAPER))
        .forEach(link -> link.getParentNode().removeChild(link));
    return copy.getTextContent();
  }

  private static boolean isOfOthers(Element row) {
    for (Node node = row; node instanceof Element element; node = node.getParentNode()) {
      if (element.getAttribute("aria-labelledby").startsWith("published-")) {
        return true;
      }
    }
    return false;
  }

  private boolean isSource(Path page, String href) {
    int hash = href.indexOf('#');
    if (hash < 0) {
      return isFile(page, href);
    }
    Path target = hash == 0 ? page : page.resolveSibling(href.substring(0, hash)).normalize();
    String anchor = href.substring(hash + 1);
    return LIST.matcher(anchor).matches() && listsRecords(target, anchor);
  }

  /** What stands below the heading that a link leads to holds links to records, or says none. */
  private boolean listsRecords(Path page, String anchor) {
    return all(parsed(page), "*").stream()
        .filter(element -> element.getAttribute("id").equals(anchor))
        .map(element -> (Element) element.getParentNode())
        .anyMatch(
            below ->
                below.getTextContent().contains(NONE)
                    || links(below).stream()
                        .anyMatch(link -> isFile(page, link.getAttribute("href"))));
  }

  private boolean isFile(Path page, String href) {
    Path target = page.resolveSibling(href.replaceFirst("#.*", "")).normalize();
    return FILE.matcher(folder.relativize(target).toString()).matches();
  }

  private static List<Element> links(Element element) {
    return elements(element.getElementsByTagName("a"));
  }

  private static List<Element> all(Document document, String name) {
    return elements(document.getElementsByTagName(name));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .map(Element.class::cast)
        .toList();
  }
}
