package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import magicbench.ci.fetch.Catalogue;
import magicbench.ci.fetch.Fetching;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches data sets from where their authors offer them. */
@Command(
    name = "fetch",
    description =
        "Fetch data sets from their authors' addresses, check them, unpack them. A broken download"
            + " goes on where it stopped; a hash that nobody told us is recorded in"
            + " magicbench-lock.json and checked ever after.",
    footer = {
      "  magicbench data fetch glue --to /data",
      "  magicbench data fetch glue --to /data --task CoLA,RTE",
      "  magicbench data fetch squad --to /data",
      "  magicbench data fetch fashion-mnist --to /data",
      "  magicbench data fetch glue --to /data --from http://mirror.example/glue"
    })
final class DataFetchCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "What to fetch: glue, squad, fashion-mnist, mnist or cifar-10.")
  private String name = "";

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "Where to; a folder of the name is made there (default: -Dmagicbench.data).")
  private Optional<Path> to = Optional.empty();

  @Option(
      names = "--task",
      paramLabel = "NAME[,NAME...]",
      split = ",",
      description = "Only these data sets (default: all that can be fetched).")
  private List<String> tasks = List.of();

  @Option(
      names = "--from",
      paramLabel = "ADDRESS",
      description = "Another place that offers files of the same names (hashes stay the same).")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--accept",
      paramLabel = "FILE[,FILE...]",
      split = ",",
      description = "Take these files though their hash is another than the known one.")
  private List<String> accepted = List.of();

  DataFetchCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Catalogue catalogue = Catalogue.named(name);
    Path folder = folder().resolve(catalogue.name());
    List<Catalogue.Item> items =
        catalogue.of(tasks).stream().map(item -> from.map(item::at).orElse(item)).toList();
    List<Fetching.Fetched> all =
        new Fetching(folder, accepted, surroundings.clock(), out::println).fetch(items);
    TextTable table = new TextTable("DATA SET", "BYTES", "SHA-256", "HOW KNOWN");
    all.forEach(
        each ->
            table.row(
                each.item().task(),
                Long.toString(each.bytes()),
                each.sha256(),
                each.known().words()));
    out.println();
    table.print(out);
    if (tasks.isEmpty()) {
      catalogue.byHand().forEach((task, what) -> out.println("Not fetched: " + task + "; " + what));
    }
    out.println("Terms:   " + catalogue.licence());
    out.println("Data:    " + folder);
    return ExitCode.OK.code();
  }

  private Path folder() {
    return to.or(() -> surroundings.property("magicbench.data").map(Path::of))
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "where to? Name a folder with --to, or -Dmagicbench.data"));
  }
}
