package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import magicbench.results.file.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What the gate writes for CI platforms, of a run in which one claim of two is contradicted. */
final class EmittedFilesTest {

  @TempDir private static Path root;
  private static Path folder;

  @BeforeAll
  static void emit() {
    folder = root.resolve("emitted");
    Bench bench =
        new Bench(root).with(FakeLaboratory.whereCosinesFall()).runAll("run", "judge", "accept");

    assertThat(bench.run("gate --scale tiny --emit " + folder)).isZero();
  }

  @Test
  void a_summary_has_a_row_a_claim() throws IOException {
    assertThat(Files.readString(folder.resolve("summary.md")))
        .startsWith("## magicbench at scale tiny\n\n**Gate: passed, 2 claims")
        .containsPattern(
            "\\| `toy\\.falls` \\| REPRODUCED \\| REPRODUCED \\| same \\| -\\d\\.\\d+ \\[");
  }

  @Test
  void a_contradicted_claim_is_a_failure_with_its_reason() throws Exception {
    Element suite =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("junit.xml").toFile())
            .getDocumentElement();

    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message")).startsWith("At tiny scale");
    assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo("toy.rises");
  }

  @Test
  void a_benchmark_is_larger_where_the_claim_fares_better() throws IOException {
    JsonNode rows =
        Json.tree(
            "benchmark.json", Files.readAllBytes(folder.resolve("benchmark.json")), "report this");

    assertThat(rows.findValuesAsText("name"))
        .contains("tiny: toy.falls, effect as claimed", "tiny: toy.rises, effect as claimed");
    assertThat(rows.get(0).get("value").asDouble()).isPositive();
  }
}
