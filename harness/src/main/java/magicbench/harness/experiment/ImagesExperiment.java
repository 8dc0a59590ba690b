package magicbench.harness.experiment;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import magicbench.harness.data.DataOrigin;
import magicbench.harness.image.FolderAudit;
import magicbench.harness.image.FolderImages;
import magicbench.harness.image.ImageData;
import magicbench.harness.image.ImageSet;
import magicbench.harness.image.ImageStore;
import magicbench.harness.image.Normalisation;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Provenance;

/** Reads a data set of pictures, divides it and leaves it unpacked for all other trials. */
public final class ImagesExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "images";

  /** So many training pictures tell the normalisation of a folder too large to be read twice. */
  private static final int NORMALISED = 10_000;

  private static final double TRAINING_SHARE = 0.9;

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

  /** Looks for the files before anything is run; which ones they are, hashes or names say. */
  @Override
  public String inputs(Trial trial) {
    ImagesSettings settings = settings(trial);
    if (settings.staysInFolder()) {
      FolderImages.Parts parts = settings.folder();
      return parts.train().size() + " and " + parts.validation().size() + " pictures";
    }
    return settings.read().origins().stream()
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
    SortedMap<String, Double> metrics =
        settings.staysInFolder() ? audited(settings, context) : unpacked(settings, context);
    ImageStore.Summary summary = ImageStore.open(context.artifact()).summary();
    metrics.put("trainingImages", (double) summary.train());
    metrics.put("heldOutImages", (double) summary.heldOut());
    metrics.put("testImages", (double) summary.test());
    metrics.put("duplicatesDropped", (double) summary.duplicates());
    return new TrialResult(
        Outcome.COMPLETED,
        "",
        metrics,
        new TreeMap<>(),
        new TreeMap<>(),
        origins(summary.origins()));
  }

  private static SortedMap<String, Double> unpacked(
      ImagesSettings settings, ExperimentContext context) {
    ImageData data = ImageData.of(settings.read(), settings.heldOut(), settings.most());
    ImageStore.write(context.artifact(), settings.source(), data);
    return new TreeMap<>();
  }

  /** Looks at every file once, and takes the normalisation of some that are trained on. */
  private static SortedMap<String, Double> audited(
      ImagesSettings settings, ExperimentContext context) {
    FolderImages.Parts parts = settings.folder();
    int threads = Runtime.getRuntime().availableProcessors();
    FolderAudit training = FolderAudit.of(parts.train(), threads);
    context.moved(TRAINING_SHARE, "looking at the test pictures");
    FolderAudit test = FolderAudit.of(parts.validation(), threads);
    ImageStore.Folder kept =
        new ImageStore.Folder(
            settings.imagenet(),
            training.corruptNames(),
            test.corruptNames(),
            settings.heldOut(),
            settings.most());
    ImageSet trained = kept.open(Normalisation.none()).train();
    int[] some = IntStream.range(0, Math.min(NORMALISED, trained.size())).toArray();
    ImageStore.write(
        context.artifact(),
        settings.source(),
        settings.side(),
        kept,
        Normalisation.of(trained.subset(some)));
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("corruptImages", (double) training.corrupt() + test.corrupt());
    metrics.put("cmykImages", (double) training.cmyk() + test.cmyk());
    metrics.put("greyscaleImages", (double) training.greyscale() + test.greyscale());
    metrics.put("rotatedImages", (double) training.rotated() + test.rotated());
    return metrics;
  }

  /** Names files as records do. */
  static List<Provenance.DataFile> origins(List<DataOrigin> files) {
    return files.stream()
        .map(file -> new Provenance.DataFile(file.name(), null, file.sha256(), null, null))
        .toList();
  }
}
