package magicbench.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.plan.Plan;
import magicbench.results.plan.PlanFile;
import magicbench.results.record.TrialExecutor;
import magicbench.results.record.TrialRunner;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.VerdictFile;
import magicbench.results.verdict.Verdicts;
import picocli.CommandLine;

/** The command in this JVM, with folders, claims and a laboratory of the test's own. */
final class Bench {

  private final Path root;
  private final Map<String, String> properties = new HashMap<>();
  private final List<TrialRunner> runners = new ArrayList<>();
  private final List<TrialExecutor> executors = new ArrayList<>();
  private String laboratory = "/laboratory/";
  private String out = "";
  private String err = "";

  Bench(Path root) {
    this.root = root;
    properties.put("magicbench.root", root.toString());
    properties.put("user.home", root.resolve("home").toString());
    properties.put("os.name", "Linux");
    properties.put("os.arch", "amd64");
  }

  Bench with(TrialRunner runner) {
    runners.clear();
    runners.add(runner);
    return this;
  }

  Bench with(TrialExecutor executor) {
    executors.add(executor);
    return this;
  }

  /** Takes over every file of another one's root. */
  Bench copyOf(Path other) throws IOException {
    try (Stream<Path> files = Files.walk(other)) {
      for (Path file : files.toList()) {
        Path copy = root.resolve(other.relativize(file).toString());
        if (!Files.isDirectory(copy)) {
          Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return this;
  }

  /** As if a claim named the kind {@code toy-truth} as its truth: two more trials. */
  Bench withTruth() {
    laboratory = "/laboratory-with-truth/";
    return this;
  }

  /** Runs a command line, words joined by single spaces. */
  int run(String line) {
    StringWriter outText = new StringWriter();
    StringWriter errText = new StringWriter();
    CommandLine command =
        Magicbench.commandLine(surroundings())
            .setOut(new PrintWriter(outText, true))
            .setErr(new PrintWriter(errText, true));
    int code = command.execute(line.isEmpty() ? new String[0] : line.split(" "));
    out = outText.toString();
    err = errText.toString();
    return code;
  }

  /** Runs the commands whose files later commands read. */
  Bench runAll(String... commands) {
    Arrays.stream(commands).map(command -> command + " --scale tiny").forEach(this::require);
    return this;
  }

  private void require(String line) {
    int code = run(line);
    if (code != 0) {
      throw new IllegalStateException(line + " ended with " + code + ": " + err + out);
    }
  }

  /** Rewrites the file of verdicts, as somebody would who wants other ones. */
  void forge(String pattern, String replacement) throws IOException {
    Path file = output().resolve("verdicts.json");
    String text = Files.readString(file);
    String forged = text.replaceAll(pattern, replacement);
    if (forged.equals(text)) {
      throw new IllegalArgumentException("no " + pattern + " to forge in " + file);
    }
    Files.writeString(file, forged);
  }

  void leaveOutLastVerdict() {
    Path file = output().resolve("verdicts.json");
    Verdicts all = VerdictFile.read(file);
    List<Judgement> most = all.judgements().subList(0, all.judgements().size() - 1);
    VerdictFile.write(
        file, new Verdicts(all.schemaVersion(), all.scale(), all.protocolHash(), most));
  }

  /** As if another suite had been run. */
  void leaveOutOfPlan(String claim) {
    Path file = output().resolve("plan.json");
    Plan all = PlanFile.read(file);
    SortedMap<String, List<String>> most = new TreeMap<>(all.trialsByClaim());
    most.remove(claim);
    PlanFile.write(
        file, new Plan(all.schemaVersion(), all.scale(), all.protocolHash(), all.trials(), most));
  }

  String out() {
    return out;
  }

  String err() {
    return err;
  }

  Path output() {
    return root.resolve("target/magicbench/tiny");
  }

  private Surroundings surroundings() {
    URL resources = Objects.requireNonNull(Bench.class.getResource(laboratory));
    return new Surroundings(
        properties::get,
        name -> null,
        new URLClassLoader(new URL[] {resources}, null),
        () -> List.copyOf(runners),
        () -> List.copyOf(executors),
        InstantSource.fixed(Instant.EPOCH),
        false);
  }
}
