package magicbench.harness.experiment;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.space.ImageLayout;
import magicbench.harness.twin.ImageTwinMaker;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Table;

/** Makes a hand-made image network as large as the one that a search found. */
public final class ImageTwinExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "image-twin";

  /** An experiment. */
  public ImageTwinExperiment() {}

  /**
   * The settings.
   *
   * @param maker the kind of network, an {@link ImageTwinMaker}'s name
   */
  record Settings(String maker) {

    Settings {
      if (maker == null) {
        throw new IllegalArgumentException("maker is missing");
      }
    }
  }

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
    Settings settings = TrialSettings.read(trial, Settings.class);
    ImageTwinMaker maker =
        Services.named(
            ImageTwinMaker.class, ImageTwinMaker::name, "image twin maker", settings.maker());
    ImageLayout found =
        ImageLayoutFile.read(
            new Needs(trial, context).only(ImageLayoutFile.NAME, ImageSearchExperiment.KIND));
    ImageLayout twin = Services.made(KIND, "maker", () -> maker.like(found));
    ImageLayoutFile.write(context.artifact(), twin);
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("parameters", (double) twin.parameters());
    metrics.put("foundParameters", (double) found.parameters());
    metrics.put("forwardFlops", (double) twin.forwardFlops());
    metrics.put("foundForwardFlops", (double) found.forwardFlops());
    SortedMap<String, Table> tables = new TreeMap<>();
    tables.put("layouts", ImageLayoutTable.of(List.of(found, twin)));
    return new TrialResult(Outcome.COMPLETED, "", metrics, new TreeMap<>(), tables, List.of());
  }
}
