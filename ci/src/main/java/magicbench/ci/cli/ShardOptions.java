package magicbench.ci.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import magicbench.results.packing.Forecast;
import magicbench.results.packing.PackFile;
import magicbench.results.packing.Packer;
import magicbench.results.packing.Shard;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Trial;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say which share of a plan this process runs. */
final class ShardOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private Optional<Shard> shard = Optional.empty();

  @Option(
      names = "--packs",
      paramLabel = "FILE",
      description =
          "packs.json as 'plan --format slurm' wrote it: the shard is one of its elements. Wants"
              + " --stage and --shard.")
  private Optional<Path> packs = Optional.empty();

  @Option(
      names = "--stage",
      paramLabel = "NAME",
      description = "The stage of --packs that --shard counts.")
  private Optional<String> stage = Optional.empty();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Run the I-th of N shares, and what it needs if the store lacks it. Without --packs the"
              + " whole plan is shared out by predicted operations, on every machine alike.")
  void set(Optional<String> text) {
    try {
      shard = text.map(Shard::parse);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--shard: " + e.getMessage(), e);
    }
  }

  /** Whether only a part of the plan is run. */
  boolean asked() {
    return shard.isPresent();
  }

  /** The ids of the trials whose records this process writes: all where no share was asked for. */
  Set<String> share(Plan plan, Scale scale, Surroundings surroundings) {
    if (packs.isPresent() != stage.isPresent() || (packs.isPresent() && shard.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(), "--packs, --stage and --shard name an element together");
    }
    List<String> ids =
        shard
            .map(
                which ->
                    packs
                        .map(file -> PackFile.read(file).share(plan, stage.orElseThrow(), which))
                        .orElseGet(
                            () -> Packer.share(plan, operations(scale, surroundings), which)))
            .orElseGet(() -> plan.trials().stream().map(Trial::id).toList());
    return new HashSet<>(ids);
  }

  private static Forecast operations(Scale scale, Surroundings surroundings) {
    return Forecast.ofOperations(surroundings.estimators(), scale.assumedFlopsPerSecond());
  }
}
