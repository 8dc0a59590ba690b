package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import magicbench.results.verdict.StudyCurve;
import org.junit.jupiter.api.Test;

class StudyPlotTest {

  private static String drawn(String... values) {
    List<StudyCurve.Point> points =
        Stream.of(values)
            .map(
                value ->
                    new StudyCurve.Point(
                        value,
                        "method",
                        "spos",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    StudyCurve study = new StudyCurve("s", "Title", "setting", points);
    return StudyPlot.draw(study, 0.065).svg().render();
  }

  @Test
  void a_line_leads_from_number_to_number() {
    assertThat(drawn("0.01", "0.1", "1")).contains("class=\"mb-line\"");
  }

  @Test
  void no_line_leads_from_one_word_to_another() {
    assertThat(drawn("fairnas", "sandwich")).doesNotContain("class=\"mb-line\"");
  }
}
