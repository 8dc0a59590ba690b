package magicbench.harness.experiment;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import magicbench.harness.data.DataOrigin;
import magicbench.harness.image.ImageData;
import magicbench.harness.image.ImageParts;
import magicbench.harness.image.ImageStore;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;

/** Reads a data set of pictures, divides it and leaves it unpacked for all other trials. */
public final class ImagesExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "images";

  /** An experiment. */
  public ImagesExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    settings(trial);
    return DeviceKind.CPU;
  }

  /** Looks for the files before anything is run; which ones they are, their hashes say. */
  @Override
  public String inputs(Trial trial) {
    return settings(trial).read().origins().stream()
        .map(DataOrigin::sha256)
        .collect(Collectors.joining("\n"));
  }

  private static ImagesSettings settings(Trial trial) {
    return TrialSettings.read(trial, ImagesSettings.class);
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    ImagesSettings settings = settings(trial);
    context.moved(0, "reading " + settings.source());
    ImageParts parts = settings.read();
    ImageData data = ImageData.of(parts, settings.heldOut(), settings.most());
    ImageStore.write(context.artifact(), settings.source(), data);
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("trainingImages", (double) data.train().size());
    metrics.put("heldOutImages", (double) data.heldOut().size());
    metrics.put("testImages", (double) data.test().size());
    metrics.put("duplicatesDropped", (double) data.duplicates());
    return new TrialResult(
        Outcome.COMPLETED, "", metrics, new TreeMap<>(), new TreeMap<>(), origins(data.origins()));
  }

  /** Names files as records do. */
  static List<Provenance.DataFile> origins(List<DataOrigin> files) {
    return files.stream()
        .map(file -> new Provenance.DataFile(file.name(), null, file.sha256(), null, null))
        .toList();
  }
}
