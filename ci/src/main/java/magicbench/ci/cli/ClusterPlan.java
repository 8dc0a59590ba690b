package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import magicbench.ci.cluster.ClusterRun;
import magicbench.ci.cluster.KubernetesFiles;
import magicbench.ci.cluster.SlurmFiles;
import magicbench.results.file.WholeFile;
import magicbench.results.packing.Forecast;
import magicbench.results.packing.Pack;
import magicbench.results.packing.PackFile;
import magicbench.results.packing.Packer;
import magicbench.results.packing.Packs;
import magicbench.results.packing.Stage;
import magicbench.results.plan.Plan;
import magicbench.results.plan.PlanFile;
import magicbench.results.plan.Scale;
import magicbench.results.record.CommittedTruth;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;

/** Shares a plan out and writes all that a cluster needs to run it. */
final class ClusterPlan {

  private final Surroundings surroundings;
  private final Selection selection;
  private final ClusterOptions options;
  private final Scale scale;

  ClusterPlan(Surroundings surroundings, Selection selection, ClusterOptions options, int atOnce) {
    this.surroundings = surroundings;
    this.selection = selection;
    this.options = options;
    this.scale = selection.scale(surroundings).withWorkers(atOnce);
  }

  void writeSlurm(PrintWriter out) {
    Packs packs = packs();
    ClusterRun run = run(packs, options.programOf(surroundings.root()), options.cache());
    write(SlurmFiles.of(run, options.partition()));
    tell(packs, out);
    out.println("Next: on a node that submits: " + options.folder().resolve("submit.sh"));
  }

  void writeKubernetes(PrintWriter out) {
    KubernetesFiles.Volume volume = options.volume();
    String image = options.image();
    Packs packs = packs();
    ClusterRun run = run(packs, options.programInContainers(), options.cacheInContainers());
    write(KubernetesFiles.of(run, volume, image));
    tell(packs, out);
    out.println(
        "Next: bring plan.json and packs.json to "
            + volume.mount()
            + " of the volume, then: "
            + options.folder().resolve("submit.sh"));
  }

  private ClusterRun run(Packs packs, String program, Path cache) {
    return new ClusterRun(packs, selection.words(), program, cache, scale.workers(), options.ask());
  }

  private Packs packs() {
    Path folder = options.folder();
    options.ask();
    Plan plan = selection.plan(surroundings);
    Packs packs = Packer.stages(plan, forecast(plan), options.elements());
    PlanFile.write(folder.resolve("plan.json"), plan);
    PackFile.write(folder.resolve("packs.json"), packs);
    return packs;
  }

  private Forecast forecast(Plan plan) {
    Path folder = options.measured(Places.committedRecords(surroundings, scale.name()));
    List<RunRecord> measured =
        Files.isDirectory(folder)
            ? RecordFile.readAll(folder).stream()
                .filter(record -> options.device().equals(record.provenance().engine().device()))
                .toList()
            : List.of();
    return Forecast.corrected(surroundings.estimators(), scale.assumedFlopsPerSecond(), measured)
        .sparing(
            CommittedTruth.in(
                    Places.committedTruth(surroundings, scale),
                    scale.truthScale(),
                    selection.everyClaim(surroundings),
                    plan)
                .trialIds());
  }

  private void write(SortedMap<String, String> files) {
    files.forEach(
        (name, text) -> {
          Path file = options.folder().resolve(name);
          WholeFile.write(file, text);
          if (name.endsWith(".sh")) {
            file.toFile().setExecutable(true, false);
          }
        });
  }

  private void tell(Packs packs, PrintWriter out) {
    TextTable table =
        new TextTable("STAGE", "AFTER", "TRIALS", "ELEMENTS", "GPUS EACH", "WORK", "LONGEST");
    packs.stages().forEach(stage -> table.row(row(stage)));
    table.print(out);
    out.println();
    out.println("Work: predicted by " + packs.forecast() + ".");
    out.println(options.folder() + ": plan.json, packs.json and the files that submit them.");
  }

  private String[] row(Stage stage) {
    int trials = stage.packs().stream().mapToInt(pack -> pack.trials().size()).sum();
    OptionalDouble total =
        stage.longest().isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(stage.packs().stream().mapToDouble(Pack::seconds).sum());
    return new String[] {
      stage.name(),
      stage.needs().isEmpty() ? "-" : String.join(" ", stage.needs()),
      Integer.toString(trials),
      Integer.toString(stage.packs().size()),
      Integer.toString(stage.computes() ? options.ask().gpus() : 0),
      time(total),
      time(stage.longest())
    };
  }

  private static String time(OptionalDouble seconds) {
    return seconds.isPresent() ? Durations.text(seconds.getAsDouble()) : "unknown";
  }
}
