package magicbench.harness.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.harness.data.GlueExamples;
import magicbench.harness.data.GlueReader;
import magicbench.harness.data.GlueTask;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Provenance;

/**
 * Fine-tunes a pre-trained child model on a GLUE data set and scores it on the development part,
 * once, after the last epoch: nothing is chosen by what it scores. It starts over when killed.
 */
public final class FineTuningExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "fine-tuning";

  /** An experiment. */
  public FineTuningExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, FineTuningSettings.class).device());
  }

  /** Sizes and times of the files that it reads. */
  @Override
  public String inputs(Trial trial) {
    FineTuningSettings settings = TrialSettings.read(trial, FineTuningSettings.class);
    return listing(settings, GlueTask.Part.TRAIN) + listing(settings, GlueTask.Part.DEV);
  }

  private static String listing(FineTuningSettings settings, GlueTask.Part part) {
    Path file = file(settings, part);
    try {
      return file
          + " "
          + Files.size(file)
          + " "
          + Files.getLastModifiedTime(file).toMillis()
          + "\n";
    } catch (IOException e) {
      throw new InputException(
          file.toString(), "is missing", "put GLUE's own " + settings.task() + " folder there", e);
    }
  }

  private static Path file(FineTuningSettings settings, GlueTask.Part part) {
    GlueTask task = settings.glueTask();
    return settings.gluePath().resolve(task.folder()).resolve(task.file(part));
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    FineTuningSettings settings = TrialSettings.read(trial, FineTuningSettings.class);
    GlueTask task = settings.glueTask();
    GlueExamples train = GlueReader.read(settings.gluePath(), task, GlueTask.Part.TRAIN);
    GlueExamples dev = GlueReader.read(settings.gluePath(), task, GlueTask.Part.DEV);
    TaskParts parts =
        new TaskParts(
            task,
            train.examples(),
            dev.examples(),
            train.malformed().size() + dev.malformed().size(),
            List.of(data(train), data(dev)));
    return new FineTuningTrial(trial, context, settings).result(corpus -> parts);
  }

  private static Provenance.DataFile data(GlueExamples examples) {
    GlueTask task = examples.task();
    String name = "GLUE " + task.title() + " " + task.file(examples.part());
    return new Provenance.DataFile(name, null, examples.sha256(), null, null);
  }
}
