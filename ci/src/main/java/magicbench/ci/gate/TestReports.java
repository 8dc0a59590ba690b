package magicbench.ci.gate;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import magicbench.results.file.InputException;

/**
 * What the suites' JUnit reports tell: did anything crash?
 *
 * @param reports how many reports of test classes there are
 * @param crashes one line for everything that ended in neither of JUnit's expected ways
 * @param contradictions one line for every claim that a suite found contradicted
 */
public record TestReports(int reports, List<String> crashes, List<String> contradictions) {

  private static final String REPORTS = "{TEST-*,failsafe-summary}.xml";
  private static final String SUMMARY = "failsafe-summary.xml";

  /** Keeps immutable copies. */
  public TestReports {
    crashes = List.copyOf(crashes);
    contradictions = List.copyOf(contradictions);
  }

  /**
   * Reads a folder of Surefire's or Failsafe's XML reports.
   *
   * @param folder the folder; one that doesn't exist holds no report
   * @return what the reports tell; a report that can't be read is a crash
   * @throws InputException when the folder can't be read
   */
  public static TestReports read(Path folder) {
    List<String> crashes = new ArrayList<>();
    List<String> contradictions = new ArrayList<>();
    int reports = 0;
    for (Path file : filesIn(folder)) {
      TestReportFile report = TestReportFile.read(file);
      crashes.addAll(report.crashes());
      contradictions.addAll(report.contradictions());
      reports += file.endsWith(SUMMARY) ? 0 : 1;
    }
    return new TestReports(reports, crashes, contradictions);
  }

  private static List<Path> filesIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, REPORTS)) {
      entries.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      throw new InputException(
          folder.toString(), "could not be read (" + e.getMessage() + ")", "check its rights", e);
    }
    return files.stream().sorted().toList();
  }
}
