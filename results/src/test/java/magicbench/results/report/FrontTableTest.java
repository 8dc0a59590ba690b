package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FrontTableTest {

  @TempDir Path site;

  @Test
  void has_a_line_a_claim_and_scale_with_the_first_page_s_words() {
    Fixture fixture = Fixture.small();

    Site.write(
        fixture.verdicts().stream()
            .map(each -> new ReportedScale(each, fixture.records()))
            .toList(),
        List.of(),
        site);

    Golden.assertSame(site.resolve("verdicts.md"), "front-table.markdown");
  }

  @Test
  void keeps_brackets_and_bars_of_a_title_from_ending_a_link_or_a_cell() {
    JudgedTrials trials = JudgedTrials.of(Fixture.small().settled("a [b](c) | d\ne"), Map.of());

    assertThat(FrontTable.markdown(List.of(trials)))
        .contains("| [a \\[b\\](c) \\| d e](claims/laptop/");
  }
}
