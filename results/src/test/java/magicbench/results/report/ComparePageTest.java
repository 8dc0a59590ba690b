package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.results.compare.Pairs;
import magicbench.results.compare.Run;
import magicbench.results.compare.RunComparison;
import magicbench.results.file.Json;
import magicbench.results.file.JsonForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on two runs: other seeds, other settings, another machine. */
class ComparePageTest {

  private static final Run BEFORE = Pairs.run("old/bench", 3, 0.2);
  private static final Run AFTER =
      Pairs.made(Pairs.set(Pairs.run("new/bench", 4, 0.9), "steps", 500), Pairs::elsewhere);

  @TempDir static Path folder;

  @BeforeAll
  static void writePage() {
    ComparePage.write(BEFORE, AFTER, RunComparison.of(BEFORE, AFTER), folder);
  }

  @Test
  void is_sealed() {
    Golden.assertSame(folder.resolve("compare.html"), "compare.html");
    Golden.assertSame(folder.resolve("differences.csv"), "differences.csv");
  }

  @Test
  void is_well_formed_and_refers_only_to_what_there_is() {
    Path page = folder.resolve("compare.html");

    assertThat(SiteFiles.targets(page)).isNotEmpty().allSatisfy(SiteFiles::assertResolves);
    assertThat(SiteFiles.attributes(SiteFiles.parse(page), "id")).doesNotHaveDuplicates();
  }

  @Test
  void shows_no_number_that_is_not_the_exact_one_rounded() {
    assertThat(SiteFiles.shownNumbers(SiteFiles.parse(folder.resolve("compare.html"))))
        .isNotEmpty()
        .allSatisfy(SiteFiles::assertAgrees);
  }

  @Test
  void lists_the_hash_of_every_record() throws IOException {
    RunComparison comparison = RunComparison.of(BEFORE, AFTER);

    assertThat(Files.readString(folder.resolve("compare.html")))
        .contains(comparison.before().records().values())
        .contains(comparison.after().records().values());
  }

  @Test
  void its_json_fits_the_schema() throws IOException {
    Path file = folder.resolve("differences.json");
    JsonNode tree = Json.tree(file.toString(), Files.readAllBytes(file), "");

    assertThatCode(() -> JsonForm.of("comparison").check(file.toString(), tree, ""))
        .doesNotThrowAnyException();
  }

  @Test
  void gives_the_same_bytes_again(@TempDir Path again) {
    ComparePage.write(BEFORE, AFTER, RunComparison.of(BEFORE, AFTER), again);

    assertThat(SiteFiles.contents(again)).isEqualTo(SiteFiles.contents(folder));
  }

  @Test
  void names_the_first_measurements_that_differ(@TempDir Path other) throws IOException {
    Run moved = Pairs.moved(BEFORE, "meanScore", 0.5);

    ComparePage.write(BEFORE, moved, RunComparison.of(BEFORE, moved), other);

    assertThat(Files.readString(other.resolve("compare.html")))
        .contains("16 of 22 on both sides measured the same, bit for bit")
        .contains("The first 5 of 6 trials that measured something else")
        .contains("metric meanScore: 4.0 and 4.5");
  }
}
