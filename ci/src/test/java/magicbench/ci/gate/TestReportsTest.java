package magicbench.ci.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TestReportsTest {

  @Test
  void passed_and_aborted_tests_are_no_crash() {
    TestReports reports = TestReports.read(fixture("clean"));

    assertThat(reports).isEqualTo(new TestReports(1, List.of(), List.of()));
  }

  @Test
  void a_contradicted_claim_is_a_result_and_no_crash() {
    TestReports reports = TestReports.read(fixture("contradicted"));

    assertThat(reports.crashes()).isEmpty();
    assertThat(reports.contradictions())
        .singleElement()
        .asString()
        .contains("interference.grows-with-differences");
  }

  @Test
  void an_error_and_a_failure_of_another_kind_are_crashes() {
    TestReports reports = TestReports.read(fixture("crashed"));

    assertThat(reports.crashes())
        .hasSize(2)
        .anySatisfy(crash -> assertThat(crash).contains("no TrialRunner on the classpath"))
        .anySatisfy(crash -> assertThat(crash).contains("org.opentest4j.AssertionFailedError"));
  }

  @Test
  void a_killed_process_leaves_a_cut_report_a_message_and_a_time_limit() {
    TestReports reports = TestReports.read(fixture("killed"));

    assertThat(reports.crashes())
        .hasSize(3)
        .anySatisfy(crash -> assertThat(crash).contains("not a whole report"))
        .anySatisfy(crash -> assertThat(crash).contains("forked VM terminated"))
        .anySatisfy(crash -> assertThat(crash).contains("time limit"));
  }

  @Test
  void an_external_entity_is_never_read() {
    TestReports reports = TestReports.read(fixture("entity"));

    assertThat(reports.crashes())
        .isNotEmpty()
        .allSatisfy(crash -> assertThat(crash).doesNotContain("root:"));
  }

  @Test
  void a_crash_is_one_line() {
    assertThat(TestReports.read(fixture("killed")).crashes())
        .allSatisfy(crash -> assertThat(crash).doesNotContain("\n").hasSizeLessThan(250));
  }

  @Test
  void a_folder_that_is_not_there_holds_no_report(@TempDir Path empty) {
    assertThat(TestReports.read(empty.resolve("nowhere")).reports()).isZero();
  }

  static Path fixture(String name) {
    URL url = Objects.requireNonNull(TestReportsTest.class.getResource("/failsafe/" + name));
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(url + " is no file", e);
    }
  }
}
