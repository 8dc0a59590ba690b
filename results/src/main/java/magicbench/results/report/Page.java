package magicbench.results.report;

/** The frame that every page shares: head, skip link, header, main and footer. */
final class Page {

  private static final String NAME = "magicbench";

  private Page() {}

  /**
   * A whole document.
   *
   * @param root from the page to the site's folder, empty or ending in a slash
   * @param title of the page
   * @param main the content
   * @param footer what stands below
   * @return XHTML that HTML parsers read as well
   */
  static String document(String root, String title, Tag main, Tag footer) {
    return document(root, title, header(root), main, footer);
  }

  /** A document of its own, with its style beside it and no site around it. */
  static String alone(String title, Tag main, Tag footer) {
    return document("", title, header(Tag.of("span", NAME)), main, footer);
  }

  private static String document(String root, String title, Tag header, Tag main, Tag footer) {
    Tag head =
        Tag.of("head")
            .add(
                Tag.of("meta").with("charset", "utf-8"),
                Tag.of("meta")
                    .with("name", "viewport")
                    .with("content", "width=device-width, initial-scale=1"),
                Tag.of("meta").with("name", "color-scheme").with("content", "light dark"),
                Tag.of("title", title),
                Tag.of("link").with("rel", "stylesheet").with("href", root + SitePaths.STYLE));
    Tag body =
        Tag.of("body")
            .add(
                Phrases.link("#main", "Skip to the content").with("class", "skip"),
                header,
                main.with("id", "main"),
                footer);
    Tag html =
        Tag.of("html")
            .with("xmlns", "http://www.w3.org/1999/xhtml")
            .with("lang", "en")
            .add(head, body);
    return "<!DOCTYPE html>\n" + html.render();
  }

  /** A part of a page under a heading that can be linked to. */
  static Tag section(String id, String heading) {
    return Tag.of("section").with("aria-labelledby", id).add(Tag.of("h2", heading).with("id", id));
  }

  private static Tag header(String root) {
    return header(Phrases.link(root + SitePaths.INDEX, NAME));
  }

  private static Tag header(Tag home) {
    Tag about = Tag.of("span", "claims about weight-sharing super-nets, tested");
    Tag navigation =
        Tag.of("nav")
            .with("aria-label", "Site")
            .add(home.with("class", "home"), Phrases.text(" "), about.with("class", "tagline"));
    return Tag.of("header").add(navigation);
  }
}
