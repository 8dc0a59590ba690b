package magicbench.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import magicbench.results.record.Outcome;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A method, its claim and its scale in a jar of somebody's own: put on the class path of the real
 * command line, which knows nothing of it, and followed from the plan to the report. Trials run in
 * worker processes.
 */
@Timeout(300)
final class OwnJarTest {

  private static final String SCALE = "rotation-tiny";
  private static final String CLAIM = "rotation.over-random";

  @TempDir private static Path root;
  private static String plan = "";
  private static String judged = "";

  @BeforeAll
  static void follow_the_jar_from_plan_to_report()
      throws IOException, URISyntaxException, InterruptedException {
    Path jar = ExampleJar.write(root.resolve("rotation-1.0.jar"));
    plan = magicbench(jar, "plan");
    magicbench(jar, "run");
    judged = magicbench(jar, "judge");
    magicbench(jar, "report");
  }

  @Test
  void the_plan_lists_its_claim() {
    assertThat(plan).contains("\n" + CLAIM + " ");
  }

  @Test
  void workers_train_with_its_sampler() {
    assertThat(records())
        .filteredOn(record -> record.trial().method().equals("rotation"))
        .hasSize(2)
        .allMatch(record -> record.outcome() == Outcome.COMPLETED)
        .allMatch(record -> sampler(record).equals("rotation"));
  }

  @Test
  void it_trains_otherwise_than_the_method_that_it_is_held_against() {
    assertThat(records().stream().filter(record -> record.trial().kind().equals("super-net")))
        .extracting(record -> record.tables().get("scores"))
        .hasSize(4)
        .doesNotHaveDuplicates();
  }

  @Test
  void its_claim_is_judged() {
    assertThat(judged).containsPattern(Pattern.quote(CLAIM) + " +" + SCALE + " cpu +UNDECIDED");
  }

  @Test
  void its_claim_is_in_the_index_of_the_report() throws IOException {
    assertThat(page("index.html"))
        .contains("Rotation ranks better than random sampling", CLAIM + ".html");
    assertThat(page("claims/" + SCALE + "/" + CLAIM + ".html")).contains("Rotation ranks better");
  }

  @Test
  void it_stands_on_the_leaderboard() throws IOException {
    assertThat(page("leaderboards/" + SCALE + ".html"))
        .contains(">rotation</a></th>", ">spos</a></th>", "rotation over spos");
  }

  private static String sampler(RunRecord record) {
    return record.trial().settings().path("sampler").path("name").asText();
  }

  private static List<RunRecord> records() {
    return RecordFile.readAll(output().resolve("records"));
  }

  private static String page(String name) throws IOException {
    return Files.readString(output().resolve("site").resolve(name));
  }

  private static Path output() {
    return root.resolve("target").resolve("magicbench").resolve(SCALE);
  }

  private static String magicbench(Path jar, String command)
      throws IOException, InterruptedException {
    Path log = root.resolve(command + ".log");
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dmagicbench.root=" + root,
                "-Dmagicbench.data.artifacts=" + Modules.root().resolve("target").resolve("data"),
                "-Dai.djl.offline=true",
                "-cp",
                classPath() + File.pathSeparator + jar,
                "magicbench.ci.cli.Magicbench"));
    line.addAll(List.of(command, "--scale", SCALE, "--suite", "rotation"));
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int code = process.waitFor();
    String text = Files.readString(log);
    assertThat(code).as("%s said: %s", command, text).isZero();
    return text;
  }

  /** What ships, without what the tests bring. */
  private static String classPath() {
    Collection<String> entries =
        Arrays.asList(
            System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)));
    return entries.stream()
        .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
