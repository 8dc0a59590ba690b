package magicbench.ci.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.PlanFile;
import magicbench.results.plan.Scale;
import magicbench.results.record.CommittedTruth;
import magicbench.results.verdict.AcceptedFile;
import magicbench.results.verdict.VerdictFile;
import magicbench.results.verdict.Verdicts;
import picocli.CommandLine.Option;

/** Options that say where files lie. */
final class Places {

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where a run's files lie (default: target/magicbench/SCALE).")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--records",
      paramLabel = "DIR",
      description = "Where the records lie (default: records in the folder of --out).")
  private Optional<Path> records = Optional.empty();

  Path output(Surroundings surroundings, String scale) {
    return out.map(Path::toAbsolutePath)
        .map(Path::normalize)
        .orElseGet(() -> ofBuild(surroundings, scale));
  }

  boolean outputNamed() {
    return out.isPresent();
  }

  /** Where everything of a scale is written unless somebody says otherwise. */
  static Path ofBuild(Surroundings surroundings, String scale) {
    return surroundings.root().resolve("target").resolve("magicbench").resolve(scale);
  }

  Path plan(Surroundings surroundings, String scale) {
    return output(surroundings, scale).resolve("plan.json");
  }

  Path verdicts(Surroundings surroundings, String scale) {
    return output(surroundings, scale).resolve("verdicts.json");
  }

  Plan readPlan(Surroundings surroundings, String scale) {
    return PlanFile.read(existing(plan(surroundings, scale), "run 'magicbench run' first"));
  }

  Verdicts readVerdicts(Surroundings surroundings, String scale) {
    return VerdictFile.read(
        existing(verdicts(surroundings, scale), "run 'magicbench judge' first"));
  }

  private static Path existing(Path file, String remedy) {
    if (!Files.exists(file)) {
      throw new InputException(file.toString(), "no such file", remedy);
    }
    return file;
  }

  Path site(Surroundings surroundings, String scale) {
    return output(surroundings, scale).resolve("site");
  }

  Path records(Surroundings surroundings, String scale) {
    return records.orElseGet(() -> output(surroundings, scale).resolve("records"));
  }

  boolean recordsNamed() {
    return records.isPresent();
  }

  /** Where records are looked for: what is committed lies in two folders. */
  List<Path> recordFolders(Surroundings surroundings, Scale scale) {
    Path asked = records(surroundings, scale.name()).toAbsolutePath().normalize();
    return asked.equals(committedRecords(surroundings, scale.name()))
        ? List.of(asked, committedTruth(surroundings, scale))
        : List.of(asked);
  }

  /** The records that are kept in the project's own folder, but for those of a truth. */
  static Path committedRecords(Surroundings surroundings, String scale) {
    return surroundings.root().resolve("results").resolve("records").resolve(scale);
  }

  /** The records of child models trained alone that are kept in the project's own folder. */
  static Path committedTruth(Surroundings surroundings, Scale scale) {
    return CommittedTruth.folder(surroundings.root(), scale.truthScale());
  }

  /** The whole verdicts behind the accepted ones: a report reads them instead of judging again. */
  static Path acceptedVerdicts(Surroundings surroundings, String scale, String device) {
    return AcceptedFile.in(surroundings.root().resolve("results/accepted/verdicts"), scale, device);
  }

  /** The accepted verdicts that are kept in the project's own folder. */
  static Path accepted(Surroundings surroundings, String scale, String device) {
    return AcceptedFile.in(
        surroundings.root().resolve("results").resolve("accepted"), scale, device);
  }
}
