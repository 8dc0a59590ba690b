package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import magicbench.ci.Modules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The report's plots, as somebody explores them in a browser, from the disk. */
final class BrowsedPlotsTest extends Browsing {

  /** A curve with raw rows and ranks; trade-offs. */
  private static final List<String> SCALES = List.of("laptop-images", "laptop-compression");

  private CommittedSite site;

  @Override
  void prepare(Path folder) throws IOException {
    site = CommittedSite.ofAccepted(SCALES, folder.resolve("root"), Modules.root());
  }

  @Test
  void a_plot_of_every_kind_can_be_opened_and_says_nothing_on_the_console() throws IOException {
    browser().show("light", DESK);
    Map<String, List<?>> faults = new TreeMap<>();
    for (String kind : List.of("claims", "leaderboards", "trade-offs")) {
      browser().open(site.uri(plots(kind)));
      for (int plot = 0; plot < browser().count("details.explore"); plot++) {
        faults.put(kind + " " + plot, List.of(browser().explore(plot), browser().console()));
      }
    }
    assertThat(faults)
        .hasSize(1 + 2 + 3)
        .allSatisfy((plot, said) -> assertThat(said).isEqualTo(List.of("", List.of())));
  }

  /** The first page of a kind whose plots can be explored. */
  private String plots(String kind) throws IOException {
    for (String page : new TreeSet<>(site.pages())) {
      if (page.startsWith(kind)
          && Files.readString(site.folder().resolve(page)).contains("plots.js")) {
        return page;
      }
    }
    throw new IllegalStateException("no page of " + kind + " has a plot to explore");
  }

  @Test
  void who_points_at_a_mark_reads_what_the_table_says() throws IOException {
    openLeaderboard();
    List<String> firstRow = browser().texts("#agreement ~ .scroll tbody tr:first-child > *");

    browser().pointAtMark();

    assertThat(browser().texts(".plot-tip td"))
        .containsExactly(firstRow.get(0), firstRow.get(1), firstRow.get(2), firstRow.get(5));
  }

  private void openLeaderboard() throws IOException {
    browser().show("light", DESK);
    browser().open(site.uri(plots("leaderboards")));
    assertThat(browser().explore(0)).isEmpty();
  }

  @Test
  void who_takes_a_methods_tick_away_by_keyboard_sees_one_mark_less() throws IOException {
    openLeaderboard();
    int marks = browser().count("details.explore svg path");
    int methods = browser().count("details.explore input");

    browser().press("details.explore input", " ");

    assertThat(browser().count("details.explore svg path")).isEqualTo(marks - 1);
    assertThat(browser().texts("details.explore [role=status]"))
        .containsExactly("Methods: " + (methods - 1) + " of " + methods + " shown");
  }

  @Test
  void who_clicks_a_method_in_the_legend_takes_its_tick_away() throws IOException {
    browser().show("light", DESK);
    browser().open(site.uri(plots("trade-offs")));
    assertThat(browser().explore(0)).isEmpty();
    int ticked = browser().count("details.explore input:checked");

    browser().clickLast("details.explore svg text");

    assertThat(browser().count("details.explore input:checked")).isEqualTo(ticked - 1);
  }

  @Test
  void who_presses_plus_sees_less_of_the_axis_and_with_0_all_again() throws IOException {
    openLeaderboard();
    String axis = "details.explore svg text";
    List<String> before = browser().texts(axis);

    browser().press("details.explore .plot", "+");
    List<String> nearer = browser().texts(axis);
    browser().press("details.explore .plot", "0");

    assertThat(nearer).isNotEqualTo(before);
    assertThat(browser().texts(axis)).isEqualTo(before);
  }

  @Test
  void without_scripts_a_page_has_its_drawings_and_offers_nothing_dead() throws IOException {
    browser().allowScripts(false);
    try {
      browser().open(site.uri(plots("leaderboards")));
      assertThat(browser().count("figure > svg.mb-plot")).isPositive();
      assertThat(browser().count("details.explore, figure button, figure input")).isZero();
    } finally {
      browser().allowScripts(true);
    }
  }

  /** What lies around a plot is looked at in {@link BrowsedSiteTest}. */
  @ParameterizedTest
  @MethodSource("explorable")
  void nothing_keeps_people_from_reading_an_open_plot(String kind) throws IOException {
    browser().show("light", DESK);
    browser().open(site.uri(plots(kind)));
    Map<String, Object> found = new TreeMap<>();
    for (String colours : List.of("light", "dark")) {
      for (int width : List.of(DESK, TELEPHONE)) {
        browser().show(colours, width);
        browser().open(site.uri(plots(kind)));
        browser().explore(0);
        List<?> grave = browser().graveViolations("details.explore[open]");
        found.put(colours + " at " + width, List.of(grave, browser().overflow()));
      }
    }
    assertThat(found)
        .hasSize(4)
        .allSatisfy((how, faults) -> assertThat(faults).isEqualTo(List.of(List.of(), 0L)));
  }

  static Stream<String> explorable() {
    return Stream.of("claims", "leaderboards", "trade-offs");
  }
}
