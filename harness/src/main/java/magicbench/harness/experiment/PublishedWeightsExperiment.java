package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.harness.data.DataCatalogue;
import magicbench.harness.data.DataFiles;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.pretrained.PublishedEncoder;
import magicbench.harness.pretrained.PublishedModel;
import magicbench.harness.space.Layout;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.Table;

/**
 * Reads a published network in the place of a pre-training, and leaves its weights and its layout
 * for fine-tuning. A masked-LM head that wasn't published is noise, and nothing scores with it.
 * Where there is one, the record says what it takes for a hidden word: whoever knows the network
 * sees from it that ours is the same.
 */
public final class PublishedWeightsExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "published-weights";

  private static final String HIDDEN_WORD = "The capital of France is [MASK].";
  private static final String WORD = "paris";
  private static final int GUESSES = 5;

  /** How many the text has with its marks. */
  private static final int PLACES = 9;

  /** An experiment. */
  public PublishedWeightsExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, PublishedSettings.class).device());
  }

  /** Looks for the file before anything is run; which one it is, its hash in the catalogue says. */
  @Override
  public String inputs(Trial trial) {
    PublishedModel model = TrialSettings.read(trial, PublishedSettings.class).published();
    DataFiles.fromSystemProperties().resolve(model.dataSet());
    return "";
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    PublishedSettings settings = TrialSettings.read(trial, PublishedSettings.class);
    PublishedModel model = settings.published();
    Layout layout = model.layout();
    context.moved(0, "reading " + model.title());
    SortedMap<String, Double> metrics = new TreeMap<>();
    SortedMap<String, Table> tables = new TreeMap<>();
    try (NDManager manager = NDManager.newBaseManager(DeviceKind.of(settings.device()).device());
        PublishedEncoder encoder =
            PublishedEncoder.load(
                model,
                settings.text().sequenceLength(),
                DataFiles.fromSystemProperties(),
                manager)) {
      LayoutFile.write(context.artifact(), layout);
      TextEncoder.leaveBert(DataFiles.fromSystemProperties(), context.artifact());
      Keeping.child(layout.child()).keepWithHash(encoder.net(), context.artifact());
      metrics.put("publishedParameters", (double) encoder.publishedParameters());
      if (model.hasMaskedHead() && settings.text().sequenceLength() >= PLACES) {
        List<PublishedEncoder.Guess> guesses =
            encoder.guesses(HIDDEN_WORD, PublishedModel.VOCABULARY);
        metrics.put("hiddenWordProbability", probability(guesses));
        tables.put("guesses", table(guesses.subList(0, GUESSES)));
      }
    }
    return new TrialResult(
        Outcome.COMPLETED,
        "",
        metrics,
        new TreeMap<>(),
        tables,
        Stream.of(model.dataSet(), new DataCatalogue().dataSet(DataCatalogue.MINILM))
            .map(DataOrigins::published)
            .toList());
  }

  private static double probability(List<PublishedEncoder.Guess> guesses) {
    return guesses.stream()
        .filter(guess -> guess.piece().equals(WORD))
        .mapToDouble(PublishedEncoder.Guess::probability)
        .findFirst()
        .orElseThrow();
  }

  private static Table table(List<PublishedEncoder.Guess> guesses) {
    TableBuilder table = new TableBuilder(List.of("probability"), List.of("piece", "text"));
    for (PublishedEncoder.Guess guess : guesses) {
      table
          .number("probability", guess.probability())
          .text("piece", guess.piece())
          .text("text", HIDDEN_WORD)
          .endRow();
    }
    return table.build();
  }
}
