package magicbench.results.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import magicbench.results.verdict.RandomComparison;

/** Methods by rank, and what each gains over random sampling. */
final class RandomSection {

  private static final String KEY = "circle: difference \u00b7 bar: interval";

  private final RandomComparison compared;
  private final Function<RandomComparison.Row, Tag> alone;
  private final Function<RandomComparison.Row, Tag> paired;
  private final Function<String, String> claimPage;

  /**
   * A section.
   *
   * @param compared what it shows
   * @param alone leads to the records of a row's method
   * @param paired leads to those and the baseline's
   * @param claimPage the page of a claim, by its id
   */
  RandomSection(
      RandomComparison compared,
      Function<RandomComparison.Row, Tag> alone,
      Function<RandomComparison.Row, Tag> paired,
      Function<String, String> claimPage) {
    this.compared = compared;
    this.alone = alone;
    this.paired = paired;
    this.claimPage = claimPage;
  }

  /** The differences under each other; empty where nothing draws at random. */
  static Optional<Figure> figure(RandomComparison compared) {
    return figure("random", compared);
  }

  /**
   * The same under a name of its own.
   *
   * @param name of the figure
   */
  static Optional<Figure> figure(String name, RandomComparison compared) {
    List<ForestPlot.Row> rows =
        compared.rows().stream()
            .flatMap(
                row -> row.difference().map(each -> ForestPlot.Row.of(row.method(), each)).stream())
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    String over = "Difference to " + compared.baseline().orElseThrow();
    return Optional.of(
        ForestPlot.draw(
            new ForestPlot.Legend(
                name, over + ", paired by seed", KEY, compared.measured(), Optional.empty()),
            rows,
            "%s of each method minus that of %s, paired by seed, with its interval: right of zero is better than random sampling."
                .formatted(Words.heading(compared.measured()), compared.baseline().orElseThrow())));
  }

  /**
   * The section, with how to read it.
   *
   * @param id of the section
   * @param shown a drawing as the page shows it
   */
  Tag section(String id, String heading, Function<Figure, Tag> shown) {
    return section(Page.section(id, heading).add(Tag.of("p", told())), id, heading, shown);
  }

  /** The same without how to read it, which was said above. */
  Tag further(String id, String heading, Function<Figure, Tag> shown) {
    return section(Page.section(id, heading), id, heading, shown);
  }

  private Tag section(Tag section, String id, String heading, Function<Figure, Tag> shown) {
    figure(id, compared).ifPresent(figure -> section.add(shown.apply(figure)));
    return section.add(table(heading).scrolling());
  }

  private String told() {
    return compared
            .baseline()
            .map(
                baseline ->
                    "Random sampling is "
                        + baseline
                        + ". Differences are paired by seed; where a claim asks for a pair, they are"
                        + " the claim\u2019s. No correction covers the others: no claim rests on them.")
            .orElse("Nothing here draws at random: there are ranks, and no difference to it.")
        + " A rank\u2019s interval says which ranks other draws of seeds and of what is scored would"
        + " have given.";
  }

  private DataTable table(String heading) {
    DataTable table =
        DataTable.traced(
            heading,
            "Method",
            "Rank",
            "Its interval",
            Words.heading(compared.measured()),
            "Interval",
            "Difference",
            "Its interval, or why none");
    compared.rows().forEach(row -> add(table, row));
    return table;
  }

  private void add(DataTable table, RandomComparison.Row row) {
    table.tracedRow(
        row.difference().isPresent() ? paired.apply(row) : alone.apply(row),
        MethodPage.link(SitePaths.FROM_TASKS, row.method()),
        Numbers.tag(row.rank().value(), 0),
        ranks(row),
        Phrases.value(row.value()),
        Phrases.interval(row.value()),
        row.difference().map(Phrases::value).orElseGet(() -> Phrases.text("\u2013")),
        difference(row));
  }

  /** Which ranks a method may have. */
  static Tag ranks(RandomComparison.Row row) {
    return row.rank()
        .interval()
        .map(
            ranks ->
                Tag.of("span")
                    .add(Numbers.tag(ranks.low(), 0))
                    .text(" to ")
                    .add(Numbers.tag(ranks.high(), 0)))
        .orElseGet(() -> Phrases.text("unknown: one seed"));
  }

  private Tag difference(RandomComparison.Row row) {
    if (row.difference().isEmpty()) {
      return Phrases.text(
          compared.baseline().filter(row.method()::equals).isPresent()
              ? "the baseline"
              : "no baseline here");
    }
    Tag cell = Tag.of("span").add(Phrases.interval(row.difference().orElseThrow()));
    row.claim().ifPresent(id -> cell.text(" ").add(Phrases.link(claimPage.apply(id), "claim")));
    return cell;
  }
}
