package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import magicbench.results.file.InputException;
import magicbench.results.plan.GlueFolder;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.plan.SquadFolder;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import magicbench.results.stats.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Pre-trains a small model and fine-tunes it on labelled texts; settles no claim. */
@Command(
    name = "fine-tune",
    description =
        "Pre-train a small model and fine-tune it on GLUE's or SQuAD's files, or on tasks that the"
            + " build brings along, which are none of theirs; print its scores. Settles no claim.",
    footer = {
      "  magicbench fine-tune",
      "  magicbench fine-tune --glue /data/glue",
      "  magicbench fine-tune --glue /data/glue --task SST-2,RTE --workers 1",
      "  magicbench fine-tune --reading",
      "  magicbench fine-tune --squad /data/squad --task SQuAD-1.1"
    })
final class FineTuneCommand implements Callable<Integer> {

  /** The scale that is fine-tuned at unless another is named. */
  static final String SCALE = "laptop-tasks";

  private static final String TASK = "task";
  private static final String FOLDER = "fine-tuning";
  private static final List<String> SCORES =
      List.of(
          "accuracy",
          "majorityAccuracy",
          "exactMatch",
          "exactMatchWithoutReading",
          "f1",
          "f1WithoutReading",
          "matthews",
          "pearson",
          "spearman");

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private CacheOption cache;
  @Mixin private WorkersOption workers;

  @Option(
      names = "--scale",
      paramLabel = "NAME",
      defaultValue = SCALE,
      description = "A scale that knows the kind fine-tuning (default: ${DEFAULT-VALUE}).")
  private String scaleName = SCALE;

  @Option(
      names = "--glue",
      paramLabel = "DIR",
      description =
          "Holds GLUE's folders CoLA, SST-2 and so on (default: glue in the folder that"
              + " -Dmagicbench.data names; without that, the build's own tasks)."
              + " Not with --squad or --reading.")
  private Optional<Path> glue = Optional.empty();

  @Option(
      names = "--squad",
      paramLabel = "DIR",
      description = "Holds SQuAD's files train-v1.1.json and so on: questions on texts.")
  private Optional<Path> squad = Optional.empty();

  @Option(
      names = "--reading",
      description = "The build's own questions on texts, which are none of SQuAD's.")
  private boolean reading;

  @Option(
      names = "--task",
      paramLabel = "NAME[,NAME...]",
      split = ",",
      description = "Only these tasks, GLUE's as GLUE spells them (default: all of the scale).")
  private List<String> tasks = List.of();

  FineTuneCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    TrialRunner runner = surroundings.runner();
    Scale scale = Scales.fromClasspath(surroundings.resources()).named(scaleName);
    Plan plan = plan(scale);
    int atOnce = workers.or(scale.workersOn(Runtime.getRuntime().availableProcessors()));
    TrialRunner.Request request =
        new TrialRunner.Request(cache.folder(surroundings), atOnce, false);
    List<RunRecord> records = runner.run(plan, request, RunProgress.of(surroundings, plan, out));
    Path folder = recordsFolder(surroundings, scaleName);
    RecordFolder.write(folder, records);
    print(records, scale, out);
    out.println("Records: " + folder);
    out.flush();
    return ExitCode.OK.code();
  }

  /** Where a scale's records are written. */
  static Path recordsFolder(Surroundings surroundings, String scaleName) {
    return Places.ofBuild(surroundings, scaleName).resolve(FOLDER);
  }

  private Plan plan(Scale scale) {
    Source source = source();
    Plan whole = Planner.ofKind(source.kind, scale, overrides(source));
    if (tasks.isEmpty()) {
      return whole;
    }
    List<String> known =
        whole.trials().stream().flatMap(trial -> task(trial).stream()).distinct().toList();
    for (String task : tasks) {
      if (!known.contains(task)) {
        throw new InputException(
            "scale " + scale.name(), "fine-tunes on no " + task, "use some of " + known);
      }
    }
    return whole.only(trial -> task(trial).map(tasks::contains).orElse(true));
  }

  private static Optional<String> task(Trial trial) {
    return Optional.of(trial.settings().path(TASK).asText()).filter(task -> !task.isEmpty());
  }

  /** What is learnt. */
  private enum Source {
    GLUE(GlueFolder.KIND, "GLUE's tasks"),
    OWN_TASKS("embedded-fine-tuning", "The build's own tasks, none of GLUE's"),
    SQUAD(SquadFolder.KIND, "SQuAD's questions"),
    OWN_QUESTIONS("embedded-reading", "The build's own questions, none of SQuAD's");

    private final String kind;
    private final String words;

    Source(String kind, String words) {
      this.kind = kind;
      this.words = words;
    }
  }

  private Source source() {
    if ((glue.isPresent() ? 1 : 0) + (squad.isPresent() ? 1 : 0) + (reading ? 1 : 0) > 1) {
      throw new ParameterException(
          spec.commandLine(), "what shall be learnt? Give one of --glue, --squad and --reading");
    }
    if (squad.isPresent()) {
      return Source.SQUAD;
    }
    if (reading) {
      return Source.OWN_QUESTIONS;
    }
    return folder().isPresent() ? Source.GLUE : Source.OWN_TASKS;
  }

  private Overrides overrides(Source source) {
    return switch (source) {
      case GLUE -> GlueFolder.overrides(folder().orElseThrow());
      case SQUAD -> SquadFolder.overrides(squad.orElseThrow());
      case OWN_TASKS, OWN_QUESTIONS -> Overrides.none();
    };
  }

  private Optional<Path> folder() {
    return glue.or(() -> surroundings.property("magicbench.data").map(d -> Path.of(d, "glue")));
  }

  private void print(List<RunRecord> records, Scale scale, PrintWriter out) {
    Map<String, List<RunRecord>> byTask =
        records.stream()
            .filter(record -> task(record.trial()).isPresent())
            .collect(
                Collectors.groupingBy(
                    record -> record.trial().settings().path(TASK).asText(),
                    TreeMap::new,
                    Collectors.toList()));
    TextTable table = new TextTable("TASK", "SEEDS", "METRIC", "MEAN", "LEAST", "MOST");
    byTask.forEach((task, runs) -> scores(runs).forEach((name, v) -> row(table, task, name, v)));
    out.println();
    out.println(
        source().words
            + ", development parts, scale "
            + scale.name()
            + "; never a paper's result.");
    out.println();
    table.print(out);
    records.stream()
        .filter(record -> record.outcome() != Outcome.COMPLETED)
        .forEach(record -> out.println(record.trial().id() + ": " + record.note()));
  }

  private static SortedMap<String, double[]> scores(List<RunRecord> runs) {
    SortedMap<String, double[]> scores = new TreeMap<>();
    for (String name : SCORES) {
      List<Double> values = new ArrayList<>();
      for (RunRecord run : runs) {
        Double value = run.metrics().get(name);
        if (value != null) {
          values.add(value);
        }
      }
      if (!values.isEmpty()) {
        scores.put(name, values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
      }
    }
    return scores;
  }

  private static void row(TextTable table, String task, String name, double[] values) {
    table.row(
        task,
        Integer.toString(values.length),
        name,
        number(Summary.mean(values)),
        number(values[0]),
        number(values[values.length - 1]));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
