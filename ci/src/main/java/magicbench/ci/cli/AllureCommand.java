package magicbench.ci.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Makes the Allure report with Allure's own command line, in a process of its own.
 *
 * <p>A report that can't be made is one line, never a failure: the science doesn't hang on it.
 */
@Command(
    name = "allure-report",
    hidden = true,
    description = "Make the Allure report; the build calls this.",
    footer = "  magicbench allure-report --home ci/target/allure --results RESULTS --to DIR")
final class AllureCommand implements Callable<Integer> {

  private static final long LONGEST_SECONDS = 120;
  private static final String CATEGORIES = "categories.json";
  private static final String HISTORY = "history";

  @Spec private CommandSpec spec;

  @Option(
      names = "--home",
      required = true,
      paramLabel = "DIR",
      description = "The folder that holds Allure's bin, config and lib.")
  private Path home;

  @Option(
      names = "--results",
      required = true,
      paramLabel = "DIR",
      description = "What the suites wrote.")
  private Path results;

  @Option(
      names = "--categories",
      required = true,
      paramLabel = "FILE",
      description = "The names of the four verdicts.")
  private Path categories;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Where the report goes.")
  private Path to;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Files.copy(categories, results.resolve(CATEGORIES), StandardCopyOption.REPLACE_EXISTING);
      keepHistory();
      out.println(generate());
    } catch (IOException e) {
      out.println(notMade(e.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      out.println(notMade("interrupted"));
    }
    return ExitCode.OK.code();
  }

  // Trends need the history of the report that this one replaces.
  private void keepHistory() throws IOException {
    Path earlier = to.resolve(HISTORY);
    if (!Files.isDirectory(earlier)) {
      return;
    }
    Path kept = Files.createDirectories(results.resolve(HISTORY));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(earlier, "*.json")) {
      for (Path file : files) {
        Files.copy(file, kept.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private String generate() throws IOException, InterruptedException {
    Path log = Files.createTempFile("magicbench-allure-", ".log");
    ProcessBuilder command = new ProcessBuilder(arguments());
    command.environment().put("APP_HOME", home.toAbsolutePath().toString());
    command.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = command.start();
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return notMade("still busy after " + LONGEST_SECONDS + " s, see " + log);
    }
    if (process.exitValue() != 0) {
      return notMade("exit " + process.exitValue() + ", see " + log);
    }
    Files.delete(log);
    return "Allure: " + to.resolve("index.html");
  }

  private List<String> arguments() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", // it ends before the second compiler pays for itself
        "-XX:+UseSerialGC",
        "-cp",
        home.resolve("lib") + File.separator + "*" + File.pathSeparator + home.resolve("config"),
        "io.qameta.allure.CommandLine",
        "generate",
        "--clean",
        results.toString(),
        "-o",
        to.toString());
  }

  private String notMade(String why) {
    return "Allure report not made (" + why + "); its results stay in " + results;
  }
}
