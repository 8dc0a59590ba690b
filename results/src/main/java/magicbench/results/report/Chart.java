package magicbench.results.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An SVG drawing that reads well on light and dark pages, inside a page and alone. */
final class Chart {

  /** Width of every drawing, in its own units. */
  static final int WIDTH = 480;

  /** Where the plotting area ends on the right. */
  static final int RIGHT = WIDTH - 14;

  /** Where the plotting area begins at the top, under title and key. */
  static final int TOP = 52;

  /**
   * Colours safe for the colour-blind (Okabe and Ito, 2008), darkened or lightened for contrast.
   */
  private static final String STYLE =
      """
      .mb-plot { --mb-paper: #ffffff; --mb-ink: #1b1f24; --mb-muted: #57606a;
        --mb-faint: #dfe3e8; --mb-main: #0065a3; --mb-dot: #0072b2; --mb-second: #b34a00;
        font-family: system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-size: 13px; }
      @media screen and (prefers-color-scheme: dark) {
        .mb-plot { --mb-paper: #14171a; --mb-ink: #e6e8eb; --mb-muted: #a3acb6;
          --mb-faint: #343a41; --mb-main: #6cc0f5; --mb-dot: #56b4e9; --mb-second: #f0a35e; } }
      .mb-plot text { fill: var(--mb-ink); }
      .mb-plot .mb-muted { fill: var(--mb-muted); }
      .mb-plot .mb-title { font-weight: 600; font-size: 14px; }
      .mb-plot .mb-key { fill: var(--mb-muted); font-size: 11.5px; }
      .mb-plot .mb-paper { fill: var(--mb-paper); }
      .mb-plot .mb-grid { stroke: var(--mb-faint); stroke-width: 1; }
      .mb-plot .mb-axis { stroke: var(--mb-muted); stroke-width: 1; }
      .mb-plot .mb-tolerance { stroke: var(--mb-second); stroke-width: 1.5; stroke-dasharray: 5 4; }
      .mb-plot .mb-interval { stroke: var(--mb-main); stroke-width: 2; }
      .mb-plot .mb-line { fill: none; stroke: var(--mb-main); stroke-width: 2; }
      .mb-plot .mb-band { fill: var(--mb-main); fill-opacity: 0.22; }
      .mb-plot .mb-mean { fill: var(--mb-main); stroke: var(--mb-paper); stroke-width: 1; }
      .mb-plot .mb-open { fill: var(--mb-paper); stroke: var(--mb-main); stroke-width: 2; }
      @media (max-width: 40rem) {
        .mb-plot { font-size: 15px; }
        .mb-plot .mb-title { font-size: 16px; }
        .mb-plot .mb-key { font-size: 13px; } }
      .mb-plot .mb-dots { fill: var(--mb-dot); fill-opacity: 0.32; }
      """;

  private final Tag svg;

  /**
   * An empty drawing.
   *
   * @param id unique on the page
   * @param title shown on top
   * @param key how to read the marks, shown under the title
   * @param description for those who can't see it
   * @param height in the drawing's own units
   */
  Chart(String id, String title, String key, String description, int height) {
    svg =
        Tag.of("svg")
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("class", "mb-plot")
            .with("viewBox", "0 0 " + WIDTH + " " + height)
            .with("role", "img")
            .with("aria-labelledby", id + "-title " + id + "-desc")
            .add(
                Tag.of("title", title).with("id", id + "-title"),
                Tag.of("desc", description).with("id", id + "-desc"),
                Tag.of("style", STYLE));
    add(Tag.of("rect").with("class", "mb-paper").with("width", "100%").with("height", "100%"));
    text("mb-title", "start", 8, 18, title);
    text("mb-key", "start", 8, 36, key);
  }

  Chart add(Tag mark) {
    svg.add(mark);
    return this;
  }

  Tag drawing() {
    return svg;
  }

  Chart line(String style, double x1, double y1, double x2, double y2) {
    return add(
        Tag.of("line")
            .with("class", style)
            .with("x1", pixel(x1))
            .with("y1", pixel(y1))
            .with("x2", pixel(x2))
            .with("y2", pixel(y2)));
  }

  Chart text(String style, String anchor, double x, double y, String text) {
    Tag label =
        Tag.of("text", text).with("x", pixel(x)).with("y", pixel(y)).with("text-anchor", anchor);
    return add(style.isEmpty() ? label : label.with("class", style));
  }

  Chart circle(String style, double x, double y, double radius) {
    return add(dot(x, y, radius).with("class", style));
  }

  Chart shape(String name, String style, List<double[]> corners) {
    String points =
        corners.stream()
            .map(corner -> pixel(corner[0]) + "," + pixel(corner[1]))
            .collect(Collectors.joining(" "));
    return add(Tag.of(name).with("class", style).with("points", points));
  }

  /** A vertical axis on the left: grid lines, numbers and a label that reads upwards. */
  Chart leftAxis(Axis axis, double x, String label) {
    Ticks ticks = axis.ticks(6);
    for (double value : ticks.values()) {
      line("mb-grid", x, axis.at(value), RIGHT, axis.at(value));
      text("mb-muted", "end", x - 6, axis.at(value) + 4.5, Numbers.text(value, ticks.decimals()));
    }
    double middle = (axis.start() + axis.end()) / 2;
    String turn = String.format(Locale.ROOT, "rotate(-90 14 %s)", pixel(middle));
    return add(
        Tag.of("text", label)
            .with("x", "14")
            .with("y", pixel(middle))
            .with("text-anchor", "middle")
            .with("transform", turn));
  }

  /** A horizontal axis at the bottom: a line, marks and a label. */
  Chart bottomAxis(Axis axis, double y, Ticks ticks, String label) {
    line("mb-axis", axis.start(), y, axis.end(), y);
    for (double value : ticks.values()) {
      line("mb-axis", axis.at(value), y, axis.at(value), y + 5);
      text("mb-muted", "middle", axis.at(value), y + 19, Numbers.text(value, ticks.decimals()));
    }
    return text("", "middle", (axis.start() + axis.end()) / 2, y + 38, label);
  }

  static Tag dot(double x, double y, double radius) {
    return Tag.of("circle").with("cx", pixel(x)).with("cy", pixel(y)).with("r", pixel(radius));
  }

  static String pixel(double position) {
    return Numbers.fixed(position, 1);
  }
}
