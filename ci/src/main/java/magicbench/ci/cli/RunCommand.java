package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import magicbench.results.plan.GlueFolder;
import magicbench.results.plan.ImageFolder;
import magicbench.results.plan.Plan;
import magicbench.results.plan.PlanFile;
import magicbench.results.plan.SquadFolder;
import magicbench.results.plan.TextFolder;
import magicbench.results.record.CommittedTruth;
import magicbench.results.record.EarlierRun;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TakenRecords;
import magicbench.results.record.TrialRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the trials that the store doesn't hold yet, and writes plan and records. */
@Command(
    name = "run",
    description = "Run the trials that the store doesn't hold yet; write plan and records.",
    footer = {
      "  magicbench run",
      "  magicbench run --scale smoke --workers 1",
      "  magicbench run --kind stand-alone --truth recompute",
      "  magicbench run --scale overnight --continue /mnt/other/records",
      "  magicbench run --scale paper --data /data/text --cache /mnt/big/magicbench",
      "  magicbench run --scale gpu --shard 2/4 --cache /shared/cache --out /shared/2",
      "  magicbench run --executor spark --master spark://HOST:7077 --cache /shared/magicbench"
    })
final class RunCommand implements Callable<Integer> {

  /** Where the truth comes from that super-nets' scores are ranked against. */
  enum Truth {
    committed,
    recompute
  }

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private Selection selection;
  @Mixin private Places places;
  @Mixin private CacheOption cache;
  @Mixin private WorkersOption workers;
  @Mixin private ShardOptions shard;
  @Mixin private ExecutorOptions executor;

  @Option(names = "--recompute", description = "Run again what the store already holds.")
  private boolean recompute;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description =
          "Run only trials of this kind (several: with commas, or said again) and what they need.")
  private List<String> kinds = List.of();

  @Option(
      names = "--truth",
      paramLabel = "SOURCE",
      defaultValue = "committed",
      description =
          "committed: take records of truth that results/truth/SCALE holds; recompute: don't"
              + " (default: ${DEFAULT-VALUE}).")
  private Truth truth = Truth.committed;

  @Option(
      names = "--continue",
      paramLabel = "DIR",
      description =
          "Records of a run that was broken off, perhaps on another machine: what it completed is"
              + " not run again.")
  private Optional<Path> earlier = Optional.empty();

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (selection.freshSeeds() && !places.outputNamed()) {
      throw new ParameterException(
          spec.commandLine(),
          "--fresh-seeds wants a folder of its own: name one with --out, so that the run of the"
              + " scale's own seeds stays");
    }
    PrintWriter out = spec.commandLine().getOut();
    TrialRunner.Request request =
        new TrialRunner.Request(
            cache.folder(surroundings), workers.or(workersOfScale()), recompute);
    TrialRunner runner = executor.runner(surroundings);
    Plan plan = selection.plan(surroundings);
    Plan whole = kinds.isEmpty() ? plan : plan.ofKinds(kinds);
    Set<String> own = shard.share(whole, selection.scale(surroundings), surroundings);
    Plan part = shard.asked() ? whole.withNeeds(trial -> own.contains(trial.id())) : whole;
    TextFolder.requireNamed(part);
    GlueFolder.requireNamed(part);
    SquadFolder.requireNamed(part);
    ImageFolder.requireNamed(part);
    TakenRecords committed = committedTruth(part);
    TakenRecords done =
        earlier.map(folder -> EarlierRun.in(folder, part)).orElse(TakenRecords.NONE);
    if (!shard.asked()) {
      PlanFile.write(places.plan(surroundings, plan.scale()), plan);
    }
    committed.notice().ifPresent(out::println);
    done.notice().ifPresent(out::println);
    Tally tally = new Tally(RunProgress.of(surroundings, part, out));
    List<RunRecord> records =
        done.spare(committed.spare(runner)).run(part, request, tally).stream()
            .filter(record -> own.contains(record.trial().id()))
            .toList();
    Path folder = places.records(surroundings, plan.scale());
    RecordFolder.write(folder, records);
    Predictions.tell(tally.made(), selection.scale(surroundings), surroundings, out);
    return summary(records, tally, folder).code();
  }

  private TakenRecords committedTruth(Plan plan) {
    return truth == Truth.recompute
        ? TakenRecords.NONE
        : CommittedTruth.in(
            Places.committedTruth(surroundings, selection.scale(surroundings)),
            selection.scale(surroundings).truthScale(),
            selection.everyClaim(surroundings),
            plan);
  }

  private int workersOfScale() {
    int processors =
        executor.isLocal() ? Runtime.getRuntime().availableProcessors() : Integer.MAX_VALUE;
    return selection.scale(surroundings).workersOn(processors);
  }

  private ExitCode summary(List<RunRecord> records, Tally tally, Path folder) {
    PrintWriter out = spec.commandLine().getOut();
    long failed = records.stream().filter(record -> record.outcome() == Outcome.FAILED).count();
    out.println(
        records.size()
            + " records in "
            + folder
            + ": "
            + tally.reused()
            + " reused, "
            + tally.made().size()
            + " made now");
    if (failed == 0) {
      out.println("Next: " + next());
      return ExitCode.OK;
    }
    records.stream()
        .filter(record -> record.outcome() == Outcome.FAILED)
        .forEach(
            record ->
                spec.commandLine()
                    .getErr()
                    .println(
                        "magicbench: trial " + record.trial().id() + " failed: " + record.note()));
    return ExitCode.INTERNAL;
  }

  private String next() {
    String scale = " --scale " + selection.scaleName();
    if (shard.asked()) {
      return "when the other shares are done: magicbench merge" + scale;
    }
    return kinds.isEmpty() ? "magicbench judge" + scale : "the other kinds: magicbench run" + scale;
  }
}
