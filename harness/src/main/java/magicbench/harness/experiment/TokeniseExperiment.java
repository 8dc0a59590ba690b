package magicbench.harness.experiment;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import magicbench.harness.data.Corpus;
import magicbench.harness.data.CorpusSettings;
import magicbench.harness.data.CorpusSummary;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;

/** Prepares a corpus; its settings are those of {@link CorpusSettings}. */
public final class TokeniseExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "tokenise";

  /** An experiment. */
  public TokeniseExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    settings(trial);
    return DeviceKind.CPU;
  }

  /** Names, sizes and times of a folder's files; the build's own data are checked by their hash. */
  @Override
  public String inputs(Trial trial) {
    String text = settings(trial).text();
    return text.equals(CorpusSettings.EMBEDDED) ? "" : listing(Path.of(text));
  }

  private static CorpusSettings settings(Trial trial) {
    CorpusSettings settings = TrialSettings.read(trial, CorpusSettings.class);
    if (settings.text() == null) {
      throw new InputException(
          "settings of " + KIND + ", field text",
          "is missing",
          "give " + CorpusSettings.EMBEDDED + " or a folder of .txt or .jsonl files");
    }
    return settings;
  }

  private static String listing(Path folder) {
    SortedSet<String> lines = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{txt,jsonl}")) {
      for (Path file : files) {
        lines.add(
            file.getFileName()
                + " "
                + Files.size(file)
                + " "
                + Files.getLastModifiedTime(file).toMillis());
      }
      return String.join("\n", lines);
    } catch (IOException e) {
      throw new InputException(
          folder.toString(), "can't be listed", "give a folder of .txt or .jsonl files", e);
    }
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    CorpusSettings settings = settings(trial);
    context.moved(0, "preparing the corpus");
    CorpusSummary summary = Corpus.prepare(settings, context.artifact(), context::alive);
    return new TrialResult(
        Outcome.COMPLETED,
        "",
        metrics(summary),
        new TreeMap<>(),
        new TreeMap<>(),
        DataOrigins.of(summary));
  }

  private static SortedMap<String, Double> metrics(CorpusSummary summary) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("vocabularySize", (double) summary.vocabularySize());
    metrics.put("trainSentences", (double) summary.train().sentences());
    metrics.put("trainTokens", (double) summary.train().tokens());
    metrics.put("validationSentences", (double) summary.validation().sentences());
    metrics.put("validationTokens", (double) summary.validation().tokens());
    metrics.put("droppedSentences", (double) summary.droppedSentences());
    metrics.put("malformedLines", (double) summary.malformedLines());
    metrics.put("unknownShare", summary.unknownShare());
    metrics.put("piecesPerWord", summary.piecesPerWord());
    metrics.put("unigramEntropy", summary.validationEntropyNats());
    metrics.put("unigramCrossEntropy", summary.validationCrossEntropyNats());
    return metrics;
  }
}
