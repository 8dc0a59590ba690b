package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Timed;
import magicbench.results.verdict.Verdicts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that sets what networks score against what they cost. */
class TradeOffPageTest {

  @TempDir static Path site;

  @BeforeAll
  static void writeSite() {
    List<RunRecord> records = Timed.records();
    Map<String, RunRecord> byId =
        records.stream().collect(Collectors.toMap(each -> each.trial().id(), Function.identity()));
    Verdicts verdicts =
        new Verdicts(
            Verdicts.SCHEMA_VERSION, "bench", "0123456789abcdef", List.of(Timed.judge(records)));
    Site.write(
        List.of(new ReportedScale(verdicts, byId, List.of(), "Kept from before.")),
        List.of(),
        site);
  }

  @Test
  void is_sealed() {
    Golden.assertSame(site.resolve("trade-offs/bench.html"), "trade-off.html");
    Golden.assertSame(site.resolve("plots/bench/trade-off-flops.svg"), "trade-off-flops.svg");
  }

  @Test
  void is_well_formed_and_refers_only_to_what_there_is() {
    for (Path page : SiteFiles.ending(site, ".html")) {
      assertThat(SiteFiles.targets(page)).isNotEmpty().allSatisfy(SiteFiles::assertResolves);
    }
    assertThat(SiteFiles.attributes(SiteFiles.parse(site.resolve("trade-offs/bench.html")), "id"))
        .doesNotHaveDuplicates();
  }

  @Test
  void is_linked_from_the_front_page() throws IOException {
    assertThat(Files.readString(site.resolve("index.html")))
        .contains("trade-offs/bench.html")
        .contains("trade-offs at scale bench");
  }
}
