package magicbench.ci.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.claim.SuiteChoice;
import magicbench.results.compare.Run;
import magicbench.results.file.InputException;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Plan;
import magicbench.results.plan.PlanFile;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.plan.Trial;
import magicbench.results.record.CommittedTruth;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Judge;
import magicbench.results.verdict.Verdicts;

/**
 * A folder of records, or a run's folder, judged anew.
 *
 * @param resources where claims and scales are found
 * @param suites the suites whose claims are judged
 * @param scaleName the scale to judge at; empty for what the folder tells
 */
record ComparedRun(ClassLoader resources, SuiteChoice suites, Optional<String> scaleName) {

  private static final String PLAN = "plan.json";
  private static final String RECORDS = "records";

  /**
   * Reads a folder.
   *
   * @throws InputException when it isn't there, holds no record or one that can't be read, is of no
   *     one scale, or of another one than was asked for
   */
  Run read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          folder.toString(), "no such folder", "name a run's folder or a folder of records");
    }
    Path own = folder.resolve(RECORDS);
    Path where = Files.isDirectory(own) ? own : folder;
    Map<String, RunRecord> records = new TreeMap<>();
    RecordFile.readAll(where).forEach(record -> records.put(record.trial().id(), record));
    if (records.isEmpty()) {
      throw new InputException(
          where.toString(), "holds no record", "name a run's folder or a folder of records");
    }
    Path planned = folder.resolve(PLAN);
    return Files.exists(planned)
        ? judged(folder, records, PlanFile.read(planned))
        : judged(folder, records);
  }

  private Run judged(Path folder, Map<String, RunRecord> records, Plan plan) {
    if (scaleName.filter(asked -> !asked.equals(plan.scale())).isPresent()) {
      throw new InputException(
          folder.resolve(PLAN).toString(),
          "is of scale " + plan.scale() + ", not " + scaleName.get(),
          "leave --scale out");
    }
    return judged(folder, records, plan, Scales.fromClasspath(resources).named(plan.scale()));
  }

  private Run judged(Path folder, Map<String, RunRecord> records) {
    String name = scaleName.orElseGet(() -> told(folder, records.values()));
    Scale scale = Scales.fromClasspath(resources).named(name);
    Plan plan = Planner.plan(scale.asked(claims()), scale, Overrides.none());
    List<String> ids = plan.trials().stream().map(Trial::id).toList();
    for (RunRecord truth : RecordFile.readPresent(truth(folder, scale), ids)) {
      records.putIfAbsent(truth.trial().id(), truth);
    }
    return judged(folder, records, plan, scale);
  }

  /** Kept truth lies beside kept records, in the project's own folder or in another one's. */
  private static Path truth(Path folder, Scale scale) {
    Path kept = folder.toAbsolutePath().normalize().getParent();
    boolean isKept = kept != null && kept.endsWith(Path.of("results", RECORDS));
    return isKept
        ? CommittedTruth.folder(kept.getParent().getParent(), scale.truthScale())
        : folder;
  }

  private static String told(Path folder, Collection<RunRecord> records) {
    SortedSet<String> scales = new TreeSet<>();
    records.forEach(record -> scales.add(record.scale()));
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    if (scales.size() == 1) {
      return scales.first();
    }
    if (scales.contains(name)) {
      return name;
    }
    throw new InputException(
        folder.toString(), "holds records of scales " + scales, "say which with --scale");
  }

  private List<Claim> claims() {
    return suites.claims(ClaimRegistry.fromClasspath(resources));
  }

  /** Claims of which no record is there are not asked: a folder need not hold every suite. */
  private Run judged(Path folder, Map<String, RunRecord> records, Plan plan, Scale scale) {
    List<Claim> borne = new ArrayList<>();
    for (Claim claim : claims()) {
      List<String> trials = plan.trialsByClaim().getOrDefault(claim.id(), List.of());
      if (trials.stream().anyMatch(records::containsKey)) {
        borne.add(claim);
      }
    }
    Verdicts verdicts = Judge.judge(borne, plan, scale, List.copyOf(records.values()));
    return Run.of(folder.toString(), verdicts, records.values());
  }
}
