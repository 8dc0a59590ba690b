package magicbench.ci.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs scripts with programs that a test put in the place of real ones. */
final class Shell {

  private final Path programs;

  Shell(Path programs) {
    this.programs = programs;
  }

  static void require(String program) {
    boolean isThere =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(isThere, "no " + program + " on this machine");
  }

  /** Puts a program on the path; {@code $LOG} is a file to write to. */
  void program(String name, String code) {
    script(programs.resolve(name), "#!/bin/bash\nLOG=" + log() + "\n" + code);
  }

  static void script(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      file.toFile().setExecutable(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String log() {
    return ShellWords.quoted(programs.resolve("log").toString());
  }

  /** What the programs wrote, line by line. */
  List<String> logged() {
    try {
      return Files.exists(programs.resolve("log"))
          ? Files.readAllLines(programs.resolve("log"))
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command and gives what it said, and its exit code where it isn't 0. */
  String run(List<String> command, String... variables) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("PATH", programs + File.pathSeparator + System.getenv("PATH"));
      for (String variable : variables) {
        int sign = variable.indexOf('=');
        builder.environment().put(variable.substring(0, sign), variable.substring(sign + 1));
      }
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      return code == 0 ? said : said + "(exit code " + code + ")";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
