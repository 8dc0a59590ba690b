package magicbench.ci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import magicbench.results.packing.Pack;
import magicbench.results.packing.PackFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * 100,001 trials are planned, hashed, shared out and written within 1 GB of heap and 20 seconds.
 */
@Timeout(180)
final class LargePlanTest {

  private static final Pattern LAST =
      Pattern.compile("exit code 0, processor seconds ([0-9.]+)\\s*$");
  private static final double MOST_SECONDS = 20;

  @TempDir private Path folder;

  @Test
  void a_plan_of_a_hundred_thousand_trials_is_shared_out_in_time_and_memory() throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx1g",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    LargePlanMain.class.getName(),
                    folder.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    Matcher last = LAST.matcher(said);
    assertThat(last.find()).as(said).isTrue();
    // Processor time, so that a busy machine doesn't fail it; it has one thread that works.
    assertThat(Double.parseDouble(last.group(1))).isLessThan(MOST_SECONDS);
    assertThat(PackFile.read(folder.resolve("packs.json")).stages().get(1).packs())
        .hasSize(1000)
        .extracting(Pack::trials)
        .allSatisfy(trials -> assertThat(trials).hasSize(100));
  }
}
