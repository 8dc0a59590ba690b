package magicbench.harness.experiment;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.harness.data.GlueExamples;
import magicbench.harness.data.GlueReader;
import magicbench.harness.data.GlueTask;
import magicbench.harness.data.LabelledExample;
import magicbench.results.file.InputException;
import magicbench.results.plan.Trial;
import magicbench.results.record.Provenance;
import magicbench.results.record.TestAnswers;

/**
 * Fine-tunes a pre-trained child model on a GLUE data set and scores it on the development part,
 * once, after the last epoch: nothing is chosen by what it scores. Where the folder holds a test
 * part, which has no labels, it is answered too, and the answers are in the record. It starts over
 * when killed.
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

  /** Sizes and times of the files that it reads, and where it is timed the machine. */
  @Override
  public String inputs(Trial trial) {
    FineTuningSettings settings = TrialSettings.read(trial, FineTuningSettings.class);
    return listing(settings, GlueTask.Part.TRAIN)
        + listing(settings, GlueTask.Part.DEV)
        + tests(settings).stream().map(part -> listing(settings, part)).collect(joining())
        + EmbeddedFineTuningExperiment.machine(settings);
  }

  /** The test parts that are there. */
  private static List<GlueTask.Part> tests(FineTuningSettings settings) {
    return Arrays.stream(GlueTask.Part.values())
        .filter(GlueTask.Part::isTest)
        .filter(settings.glueTask()::has)
        .filter(part -> Files.isRegularFile(file(settings, part)))
        .toList();
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
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    return run(trial, context, FineTuningTrial.Leaves.NOTHING);
  }

  static TrialResult run(Trial trial, ExperimentContext context, FineTuningTrial.Leaves leaves) {
    FineTuningSettings settings = TrialSettings.read(trial, FineTuningSettings.class);
    GlueTask task = settings.glueTask();
    GlueExamples train = GlueReader.read(settings.gluePath(), task, GlueTask.Part.TRAIN);
    GlueExamples dev = GlueReader.read(settings.gluePath(), task, GlueTask.Part.DEV);
    List<GlueExamples> tests =
        tests(settings).stream()
            .map(part -> GlueReader.read(settings.gluePath(), task, part))
            .toList();
    TaskParts parts =
        new TaskParts(
            task,
            train.examples(),
            dev.examples(),
            byTable(tests),
            train.malformed().size() + dev.malformed().size(),
            Stream.concat(Stream.of(train, dev), tests.stream())
                .map(FineTuningExperiment::data)
                .toList());
    return new FineTuningTrial(trial, context, settings, leaves).result(corpus -> parts);
  }

  /** Test parts by the name of the table that their answers go to. */
  static SortedMap<String, List<LabelledExample>> byTable(List<GlueExamples> tests) {
    SortedMap<String, List<LabelledExample>> byTable = new TreeMap<>();
    for (GlueExamples test : tests) {
      boolean second = test.part() == GlueTask.Part.TEST_MISMATCHED;
      byTable.put(second ? TestAnswers.MISMATCHED_TABLE : TestAnswers.TABLE, test.examples());
    }
    return byTable;
  }

  private static Provenance.DataFile data(GlueExamples examples) {
    GlueTask task = examples.task();
    String name = "GLUE " + task.title() + " " + task.file(examples.part());
    return new Provenance.DataFile(name, null, examples.sha256(), null, null);
  }
}
