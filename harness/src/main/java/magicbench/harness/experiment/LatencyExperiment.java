package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.search.LatencyTable;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Table;
import oshi.SystemInfo;

/**
 * Measures how long the operators of a space take on this machine, and leaves the table for
 * searches under a limit on latency. It starts over when killed, and is measured anew on another
 * processor.
 */
public final class LatencyExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "latency";

  private static final String CHECKED = "checked";

  /** An experiment. */
  public LatencyExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, LatencySettings.class).device());
  }

  /** The names of processor and GPU: times of others say nothing of these. */
  @Override
  public String inputs(Trial trial) {
    return machine(device(trial));
  }

  /** The names of processor and GPU. */
  static String machine(DeviceKind device) {
    String processor =
        new SystemInfo().getHardware().getProcessor().getProcessorIdentifier().getName();
    return device == DeviceKind.CPU
        ? processor
        : processor + ", " + GpuModel.first(GpuModel.NVIDIA).orElse("unknown");
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    LatencySettings settings = TrialSettings.read(trial, LatencySettings.class);
    Seeds seeds = new Seeds(trial.seed());
    context.moved(0, "timing operators");
    try (NDManager manager = NDManager.newBaseManager(DeviceKind.of(settings.device()).device());
        ChainSuperNet net = new ChainSuperNet(settings.size(), seeds, manager)) {
      LatencyMeter meter = new LatencyMeter(net, settings.batch(), context::alive);
      Architecture child = settings.space().space().draw(seeds.random(CHECKED));
      LatencyMeter.Timed timed = meter.timed(settings.rounds(), child);
      new LatencyFile(settings, timed.table()).write(context.artifact());
      return result(timed.table(), child, timed.wholeMillis());
    }
  }

  private static TrialResult result(LatencyTable table, Architecture child, double whole) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("sharedMillis", table.sharedMillis());
    metrics.put("checkedSumMillis", table.millis(child));
    metrics.put("checkedWholeMillis", whole);
    SortedMap<String, Table> tables = new TreeMap<>();
    tables.put("operators", operators(table));
    tables.put(CHECKED, checked(child));
    return new TrialResult(Outcome.COMPLETED, "", metrics, new TreeMap<>(), tables, List.of());
  }

  private static Table operators(LatencyTable latencies) {
    TableBuilder table = new TableBuilder(List.of("layerMillis"), List.of("operator"));
    latencies
        .operatorMillis()
        .forEach(
            (name, millis) -> table.number("layerMillis", millis).text("operator", name).endRow());
    return table.build();
  }

  /** One row: the child model whose whole pass was timed beside the sum of its parts. */
  private static Table checked(Architecture child) {
    TableBuilder table = new TableBuilder(List.of(), List.of("architecture"));
    table.text("architecture", child.toString()).endRow();
    return table.build();
  }
}
