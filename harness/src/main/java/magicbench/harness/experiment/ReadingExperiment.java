package magicbench.harness.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.harness.data.ReadingTask;
import magicbench.harness.data.SquadQuestions;
import magicbench.harness.data.SquadReader;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Provenance;

/**
 * Fine-tunes a pre-trained child model on SQuAD and scores its answers to the development part,
 * once, after the last epoch: nothing is chosen by what it scores. In version 2.0 a part of what
 * would be trained on chooses when there is no answer. It starts over when killed.
 */
public final class ReadingExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "reading";

  private static final String REMEDY =
      "put SQuAD's own files there; they are at its authors' address, free of charge";

  /** An experiment. */
  public ReadingExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, ReadingSettings.class).device());
  }

  /** Sizes and times of the files that it reads. */
  @Override
  public String inputs(Trial trial) {
    ReadingSettings settings = TrialSettings.read(trial, ReadingSettings.class);
    ReadingTask task = settings.readingTask();
    return listing(settings.squadPath().resolve(task.trainFile()))
        + listing(settings.squadPath().resolve(task.devFile()));
  }

  private static String listing(Path file) {
    try {
      return file
          + " "
          + Files.size(file)
          + " "
          + Files.getLastModifiedTime(file).toMillis()
          + "\n";
    } catch (IOException e) {
      throw new InputException(file.toString(), "is missing", REMEDY, e);
    }
  }

  @Override
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    ReadingSettings settings = TrialSettings.read(trial, ReadingSettings.class);
    ReadingTask task = settings.readingTask();
    SquadQuestions train =
        SquadReader.read(settings.squadPath().resolve(task.trainFile()), SquadReader.Use.TRAINING);
    SquadQuestions dev =
        SquadReader.read(settings.squadPath().resolve(task.devFile()), SquadReader.Use.SCORING);
    ReadingParts parts =
        new ReadingParts(
            train.questions(),
            List.of(),
            dev.questions(),
            train.malformed().size(),
            List.of(data(task.trainFile(), train), data(task.devFile(), dev)));
    return new ReadingTrial(trial, context, settings).result(corpus -> parts);
  }

  private static Provenance.DataFile data(String file, SquadQuestions read) {
    return new Provenance.DataFile("SQuAD " + file, null, read.sha256(), null, null);
  }
}
