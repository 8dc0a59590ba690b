package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ExplorerTest {

  @Test
  void a_plot_on_a_page_cannot_end_its_script() {
    String markup =
        Explorer.of("x", new PlotData(PlotData.Kind.FOREST, "</script><b>&amp;\uFFFE")).render();

    assertThat(markup)
        .containsOnlyOnce("</script>")
        .contains("\\u003c/script\\u003e\\u003cb\\u003e\\u0026amp;\\ufffe");
  }

  @Test
  void a_number_that_json_cannot_hold_is_null() {
    assertThat(PlotData.number(Double.NaN)).isNull();
    assertThat(PlotData.number(Double.POSITIVE_INFINITY)).isNull();
    assertThat(PlotData.number(0.5)).isEqualTo(0.5);
  }

  @Test
  void the_schema_would_find_a_plot_of_another_kind() {
    PlotData plot = new PlotData(PlotData.Kind.FOREST, "x").axes("x", "").column("a", "A");

    assertThat(ExploredPlots.faults(ExploredPlots.parse(plot.json()))).isEmpty();
    assertThat(ExploredPlots.faults(ExploredPlots.parse(plot.json().replace("forest", "pigeon"))))
        .isNotEmpty();
  }
}
