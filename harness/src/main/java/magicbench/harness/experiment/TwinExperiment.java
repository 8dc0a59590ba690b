package magicbench.harness.experiment;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.space.Layout;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.twin.TwinMaker;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Table;

/** Makes a hand-made network as large as the one that a search found, and leaves its layout. */
public final class TwinExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "twin";

  /** An experiment. */
  public TwinExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.CPU;
  }

  @Override
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    TwinSettings settings = TrialSettings.read(trial, TwinSettings.class);
    int vocabulary = settings.text().vocabularySize();
    int sequence = settings.text().sequenceLength();
    Layout found =
        LayoutFile.read(new Needs(trial, context).only(LayoutFile.NAME, SearchExperiment.KIND));
    Layout twin =
        Services.made(
            KIND,
            "maker",
            () -> settings.twinMaker().like(found, new TwinMaker.Text(vocabulary, sequence)));
    LayoutFile.write(context.artifact(), twin);
    SortedMap<String, Double> metrics = new TreeMap<>();
    NetworkSize foundSize = found.size(vocabulary, sequence);
    NetworkSize twinSize = twin.size(vocabulary, sequence);
    metrics.put("parameters", (double) twinSize.parameters(twin.child()));
    metrics.put("foundParameters", (double) foundSize.parameters(found.child()));
    metrics.put("forwardFlops", (double) twinSize.forwardFlops(twin.child()));
    metrics.put("foundForwardFlops", (double) foundSize.forwardFlops(found.child()));
    SortedMap<String, Table> tables = new TreeMap<>();
    tables.put("layouts", layouts(found, twin));
    return new TrialResult(Outcome.COMPLETED, "", metrics, new TreeMap<>(), tables, List.of());
  }

  private static Table layouts(Layout found, Layout twin) {
    TableBuilder table = new TableBuilder(List.of("ffnInner"), List.of("role", "architecture"));
    for (Layout layout : List.of(found, twin)) {
      table
          .number("ffnInner", layout.space().ffnInner())
          .text("role", layout.equals(found) ? "found" : "twin")
          .text("architecture", layout.architecture())
          .endRow();
    }
    return table.build();
  }
}
