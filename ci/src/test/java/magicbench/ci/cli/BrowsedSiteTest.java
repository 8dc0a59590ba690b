package magicbench.ci.cli;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.ci.Modules;
import magicbench.results.verdict.Judgement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report of committed records, as a browser shows it from the disk. */
final class BrowsedSiteTest extends Browsing {

  private Path temporary;
  private CommittedSite site;
  private SortedMap<String, Visit> visits;
  private List<Tour> tours;

  /** Every page of a site, as the browser found it; what lies beyond a telephone's right edge. */
  private record Tour(
      CommittedSite site, SortedMap<String, Visit> visits, SortedMap<String, Long> overflows) {}

  @Override
  void prepare(Path folder) throws IOException {
    temporary = folder;
    site = CommittedSite.below(temporary.resolve("root"), Modules.root());
    tours = List.of(tour(site), tour(site.ofAllScales()), tour(site.ofTwoRuns()));
    visits = tours.get(0).visits();
  }

  private Tour tour(CommittedSite site) throws IOException {
    SortedMap<String, Long> overflows = new TreeMap<>();
    browser().show("light", DESK);
    SortedMap<String, Visit> found =
        site.visitAll(
            browser(),
            page -> {
              browser().show("light", TELEPHONE);
              overflows.put(page, browser().overflow());
              browser().show("light", DESK);
            });
    return new Tour(site, found, overflows);
  }

  @Test
  void links_from_the_first_page_on_lead_to_every_page() throws IOException {
    for (Tour tour : tours) {
      assertThat(tour.visits().keySet()).isEqualTo(tour.site().pages());
    }
    assertThat(tours)
        .extracting(tour -> tour.visits().size() > 10)
        .containsExactly(true, true, false);
  }

  @Test
  void every_link_image_and_download_is_a_file_of_the_site_that_holds_something() {
    for (Tour tour : tours) {
      assertThat(tour.visits())
          .allSatisfy(
              (page, visit) ->
                  assertThat(visit.targets())
                      .isNotEmpty()
                      .allSatisfy(link -> assertLeadsToAFile(tour.site(), page, link)));
    }
  }

  private static void assertLeadsToAFile(CommittedSite site, String page, String link) {
    assertThat(site.folder().resolve(site.target(page, link))).isRegularFile().isNotEmptyFile();
  }

  @Test
  void every_anchor_names_an_element_of_the_page_that_it_leads_to() {
    List<String> nowhere = new ArrayList<>();
    for (Tour tour : tours) {
      tour.visits()
          .forEach(
              (page, visit) ->
                  visit.targets().stream()
                      .filter(link -> link.contains("#"))
                      .filter(link -> !ids(tour, page, link).contains(anchor(link)))
                      .forEach(link -> nowhere.add(page + " links to " + link)));
    }
    assertThat(nowhere).isEmpty();
  }

  private static String anchor(String link) {
    return link.replaceFirst("[^#]*#", "");
  }

  private static List<String> ids(Tour tour, String page, String link) {
    return tour.visits().get(tour.site().target(page, link)).ids();
  }

  @Test
  void the_browser_says_nothing_of_any_page() {
    assertThat(tours)
        .allSatisfy(
            tour ->
                assertThat(tour.visits())
                    .allSatisfy((page, visit) -> assertThat(visit.console()).isEmpty()));
  }

  @Test
  void the_browser_would_speak_of_a_page_whose_image_is_missing() throws IOException {
    Path page = temporary.resolve("broken.html");
    Files.writeString(page, "<!DOCTYPE html><title>x</title><img src=\"missing.png\" alt=\"x\">");
    browser().open(page.toUri());

    assertThat(browser().visit().console()).singleElement().asString().contains("missing.png");
  }

  @Test
  void a_claims_page_shows_the_verdict_of_verdicts_json() {
    assertThat(site.judgements())
        .hasSizeGreaterThan(5)
        .allSatisfy(
            judgement ->
                assertThat(visits.get(CommittedSite.page(judgement)).verdict())
                    .containsExactly(word(judgement)));
  }

  @Test
  void a_claims_page_shows_the_effect_and_the_interval_of_verdicts_json() {
    assertThat(site.judgements())
        .allSatisfy(
            judgement ->
                assertThat(visits.get(CommittedSite.page(judgement)).effect())
                    .isEqualTo(effect(judgement)));
  }

  @Test
  void the_index_shows_every_verdict_effect_and_interval_of_verdicts_json() {
    assertThat(visits.get("index.html").rows()).containsExactlyInAnyOrderElementsOf(rows(site));
  }

  @Test
  void the_index_of_all_scales_shows_what_was_accepted() {
    Tour kept = tours.get(1);

    assertThat(kept.visits().get("index.html").rows())
        .containsExactlyInAnyOrderElementsOf(rows(kept.site()));
  }

  private static List<Visit.Row> rows(CommittedSite site) {
    return site.judgements().stream()
        .map(
            judgement ->
                new Visit.Row(CommittedSite.page(judgement), word(judgement), effect(judgement)))
        .toList();
  }

  private static String word(Judgement judgement) {
    return judgement.verdict().word().replace('_', ' ');
  }

  private static List<Double> effect(Judgement judgement) {
    var effect = judgement.evidence().orElseThrow().effect();
    return List.of(effect.value(), effect.bounds().low(), effect.bounds().high());
  }

  @Test
  void every_number_is_the_value_that_it_carries_rounded_to_the_digits_shown() {
    for (Tour tour : tours) {
      assertThat(tour.visits())
          .allSatisfy(
              (page, visit) ->
                  assertThat(visit.numbers())
                      .allMatch(BrowsedSiteTest::isRounded, "is its value, rounded"));
    }
  }

  /** Half a unit of the last digit shown; both sides of an exact half are right. */
  private static boolean isRounded(Visit.Figure number) {
    double exact = Double.parseDouble(number.value());
    if (!Double.isFinite(exact)) {
      return number.text().matches("undefined|\u2212?\u221e");
    }
    BigDecimal shown = new BigDecimal(asMachinesReadIt(number.text()));
    BigDecimal unit = BigDecimal.ONE.movePointLeft(shown.scale());
    BigDecimal twice =
        BigDecimal.valueOf(exact).subtract(shown).abs().multiply(BigDecimal.valueOf(2));
    return twice.compareTo(unit) <= 0;
  }

  private static String asMachinesReadIt(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replace('\u2212', '-')
        .replace(" \u00d7 10", "E")
        .replace("\u00d7", "");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void nothing_keeps_people_from_reading_a_page_in_either_colours_on_either_screen(String kind)
      throws IOException {
    browser().open(page(kind));
    Map<String, List<?>> found = new TreeMap<>();
    for (String colours : List.of("light", "dark")) {
      for (int width : List.of(DESK, TELEPHONE)) {
        browser().show(colours, width);
        found.put(colours + " at " + width, browser().graveViolations());
      }
    }
    assertThat(found).hasSize(4).allSatisfy((how, faults) -> assertThat(faults).isEmpty());
  }

  @Test
  void pale_writing_would_be_found_to_keep_people_from_reading() throws IOException {
    Path page = temporary.resolve("pale.html");
    Files.writeString(
        page,
        "<!DOCTYPE html><html lang=\"en\"><title>x</title><p style=\"color:#ccc\">pale</p></html>");
    browser().show("light", DESK);
    browser().open(page.toUri());

    assertThat(browser().graveViolations()).singleElement().asString().contains("color-contrast");
  }

  /** One page of each kind. */
  static Stream<String> kinds() {
    return Stream.of(
        "index",
        "claims",
        "leaderboards",
        "tasks",
        "runs",
        "trade-offs",
        "methods",
        "data",
        "spaces",
        "compare");
  }

  private URI page(String kind) {
    return tours.stream()
        .flatMap(
            tour ->
                tour.visits().keySet().stream()
                    .filter(page -> page.startsWith(kind))
                    .map(page -> tour.site().uri(page)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void no_page_is_wider_than_a_telephone() {
    assertThat(tours)
        .allSatisfy(
            tour ->
                assertThat(tour.overflows())
                    .hasSameSizeAs(tour.visits())
                    .allSatisfy((page, pixels) -> assertThat(pixels).isZero()));
  }

  @Test
  void on_paper_a_page_is_light_and_nothing_is_folded() {
    browser().show("dark", DESK);
    browser().open(page("runs"));
    long folded = browser().foldedTables();

    browser().print("dark");

    assertThat(folded).isPositive();
    assertThat(browser().foldedTables()).isZero();
    assertThat(browser().background()).isEqualTo("rgb(255, 255, 255)");
  }

  @Test
  void who_prefers_dark_pages_gets_one() {
    browser().open(site.uri("index.html"));
    Map<String, String> backgrounds = new TreeMap<>();
    for (String colours : List.of("light", "dark")) {
      browser().show(colours, DESK);
      backgrounds.put(colours, browser().background());
    }
    assertThat(backgrounds)
        .containsExactly(entry("dark", "rgb(20, 23, 26)"), entry("light", "rgb(255, 255, 255)"));
  }
}
