package magicbench.ci.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A first look: three claims trained, judged and reported, far too small to mean anything. */
@Command(
    name = "demo",
    description =
        "Train eight tiny super-nets, judge three claims by them and write a report with plots:"
            + " under two minutes, and far too small to decide anything.",
    footer = {"  magicbench demo", "  magicbench demo --out /tmp/demo"})
final class DemoCommand implements Callable<Integer> {

  private static final String SCALE = "alarms";

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the demo's files lie (default: target/magicbench/demo).")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--scale",
      paramLabel = "NAME",
      defaultValue = SCALE,
      hidden = true,
      description = "The scale that is shown (default: ${DEFAULT-VALUE}).")
  private String scale = SCALE;

  DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path folder =
        out.orElseGet(() -> Places.ofBuild(surroundings, "demo")).toAbsolutePath().normalize();
    for (List<String> step :
        List.of(List.of("run"), List.of("judge"), List.of("report", "--alone"))) {
      int code = execute(step, folder);
      if (code != ExitCode.OK.code()) {
        return code;
      }
    }
    spec.commandLine()
        .getOut()
        .println(
            "Open the report in a browser. What it shows is real, and far too small to decide"
                + " anything: 'mvn -B verify' asks at scale laptop.");
    return ExitCode.OK.code();
  }

  private int execute(List<String> step, Path folder) {
    CommandLine root =
        Magicbench.commandLine(surroundings)
            .setOut(spec.commandLine().getOut())
            .setErr(spec.commandLine().getErr());
    List<String> arguments = new ArrayList<>(step);
    arguments.addAll(List.of("--scale", scale, "--out", folder.toString()));
    return root.execute(arguments.toArray(String[]::new));
  }
}
