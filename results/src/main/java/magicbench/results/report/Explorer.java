package magicbench.results.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What lets a reader explore a figure: its specification, which does nothing by itself, and the
 * script that draws it when it is asked to. A page shows all it has to say without them.
 */
final class Explorer {

  /** What would end a script in HTML, or begin markup in XML, or is no character of XML. */
  private static final Pattern UNSAFE = Pattern.compile("[<>&\\uFFFE\\uFFFF]");

  private Explorer() {}

  /**
   * A plot's specification, to stand in its figure.
   *
   * @param title what tells it from the page's other plots
   * @param plot the plot
   */
  static Tag of(String title, PlotData plot) {
    String json = escape(plot.json());
    return Tag.of("script")
        .with("type", "application/json")
        .with("class", "plot-data")
        .with("data-title", title)
        .add(out -> out.append(json));
  }

  /**
   * What a page with plots needs once.
   *
   * @param root from the page to the site's folder, empty or ending in a slash
   */
  static Tag script(String root) {
    return Tag.of("script").with("defer", "defer").with("src", root + SiteAssets.SCRIPT);
  }

  /** Such a character can only stand inside a JSON string, where its number says the same. */
  private static String escape(String json) {
    return UNSAFE
        .matcher(json)
        .replaceAll(
            found -> Matcher.quoteReplacement("\\u%04x".formatted((int) found.group().charAt(0))));
  }
}
