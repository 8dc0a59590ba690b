package magicbench.harness.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A process that says its arguments, one a line, and then nothing for ever. */
public final class FakeWorker {

  private FakeWorker() {}

  public static void main(String[] lines) {
    for (String line : lines) {
      System.out.println(line);
    }
    while (true) {
      LockSupport.park();
    }
  }

  static Process saying(Path log, String... lines) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes = System.getProperty("java.class.path");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classes,
            FakeWorker.class.getName());
    builder.command().addAll(List.of(lines));
    return builder.redirectError(log.toFile()).start();
  }
}
