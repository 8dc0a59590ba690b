package magicbench.ci.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import magicbench.ci.doctor.CacheDiagnosis;
import magicbench.ci.doctor.EngineDiagnosis;
import magicbench.ci.doctor.MachineDiagnosis;
import magicbench.results.record.Diagnosis;
import magicbench.results.record.Diagnosis.Finding;
import magicbench.results.record.Diagnosis.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what this machine has and lacks, and how to get what it lacks. */
@Command(
    name = "doctor",
    description = "Say what this machine has and lacks for a run, and how to get what it lacks.",
    footer = {"  magicbench doctor", "  magicbench doctor --cache /mnt/big/magicbench"})
final class DoctorCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private CacheOption cache;

  DoctorCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Finding> findings =
        diagnoses().stream().flatMap(diagnosis -> diagnosis.examine().stream()).toList();
    TextTable table = new TextTable("", "WHAT", "FOUND");
    findings.forEach(
        finding ->
            table.row(
                finding.level().name().toLowerCase(Locale.ROOT),
                finding.subject(),
                finding.found()));
    table.print(out);
    findings.stream()
        .filter(finding -> !finding.remedy().isBlank())
        .forEach(finding -> out.println("-> " + finding.subject() + ": " + finding.remedy()));
    return verdict(findings).code();
  }

  private List<Diagnosis> diagnoses() {
    List<Diagnosis> diagnoses = new ArrayList<>();
    diagnoses.add(new MachineDiagnosis(surroundings.environment()));
    diagnoses.add(
        new EngineDiagnosis(
            !surroundings.runners().get().isEmpty(),
            surroundings.resources(),
            EngineDiagnosis.classifier(
                surroundings.property("os.name").orElse("unknown"),
                surroundings.property("os.arch").orElse("unknown"))));
    diagnoses.add(new CacheDiagnosis(cache.folder(surroundings)));
    ServiceLoader.load(Diagnosis.class, surroundings.resources()).forEach(diagnoses::add);
    return diagnoses;
  }

  private static ExitCode verdict(List<Finding> findings) {
    List<String> missing =
        findings.stream()
            .filter(finding -> finding.level() == Level.MISSING)
            .map(Finding::subject)
            .toList();
    if (missing.isEmpty()) {
      return ExitCode.OK;
    }
    return missing.contains("engine") ? ExitCode.NO_ENGINE : ExitCode.BAD_INPUT;
  }
}
