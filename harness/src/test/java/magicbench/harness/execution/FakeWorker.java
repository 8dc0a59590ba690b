package magicbench.harness.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that says its arguments but the first, one a line, and then nothing for ever, or ends.
 */
public final class FakeWorker {

  private static final String STAYS = "stays";
  private static final String ENDS = "ends";

  private FakeWorker() {}

  public static void main(String[] arguments) {
    Arrays.stream(arguments).skip(1).forEach(System.out::println);
    while (arguments[0].equals(STAYS)) {
      LockSupport.park();
    }
  }

  /** One that never ends by itself. */
  static Process saying(Path log, String... lines) throws IOException {
    return start(log, STAYS, lines);
  }

  /** One that ends when it has said everything. */
  static Process onlySaying(Path log, String... lines) throws IOException {
    return start(log, ENDS, lines);
  }

  private static Process start(Path log, String end, String... lines) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes = System.getProperty("java.class.path");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classes,
            FakeWorker.class.getName(),
            end);
    builder.command().addAll(List.of(lines));
    return builder.redirectError(log.toFile()).start();
  }
}
