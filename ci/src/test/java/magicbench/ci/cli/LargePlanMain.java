package magicbench.ci.cli;

import java.io.PrintWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Shares out a plan of 100,001 trials, in a process of its own whose memory is limited. */
public final class LargePlanMain {

  private LargePlanMain() {}

  /**
   * Plans, hashes, shares out and writes.
   *
   * @param arguments the folder that the files go to
   */
  public static void main(String[] arguments) {
    URL[] resources = {
      Objects.requireNonNull(LargePlanMain.class.getResource("/laboratory/")),
      Objects.requireNonNull(LargePlanMain.class.getResource("/laboratory-large/"))
    };
    Surroundings surroundings =
        new Surroundings(
            name -> name.equals("magicbench.root") ? arguments[0] : null,
            name -> null,
            new URLClassLoader(resources, null),
            List::of,
            List::of,
            InstantSource.system(),
            false);
    int code =
        Magicbench.commandLine(surroundings)
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .execute("plan", "--scale", "large", "--format", "slurm", "--out", arguments[0]);
    long millis = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    System.out.println("exit code " + code + ", processor seconds " + millis / 1000.0);
  }
}
