package magicbench.ci.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.ci.gate.RecordCheck;
import magicbench.results.claim.Claim;
import magicbench.results.file.InputException;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.plan.Trial;
import magicbench.results.record.Origin;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import magicbench.results.report.ReportedScale;
import magicbench.results.verdict.AcceptedFile;
import magicbench.results.verdict.Judge;
import magicbench.results.verdict.VerdictFile;
import magicbench.results.verdict.Verdicts;

/**
 * What was accepted at scales that a run did not touch, judged anew from the committed records, so
 * that a report shows it as what it is: kept, and from when.
 */
final class AcceptedScales {

  private final Surroundings surroundings;
  private final Selection selection;

  AcceptedScales(Surroundings surroundings, Selection selection) {
    this.surroundings = surroundings;
    this.selection = selection;
  }

  /**
   * Every scale but the selection's at which claims were accepted, with those of them whose planned
   * records are committed, all of them.
   *
   * @throws magicbench.results.file.InputException when a committed record can't be read
   */
  List<ReportedScale> others() {
    return all(scale -> !scale.name().equals(selection.scaleName()));
  }

  /**
   * The same of every scale, at least one.
   *
   * @throws magicbench.results.file.InputException when nothing was accepted, or a committed record
   *     can't be read
   */
  List<ReportedScale> all() {
    return some(scale -> true, "nothing was accepted");
  }

  /**
   * The same of the selection's scale alone.
   *
   * @throws magicbench.results.file.InputException when nothing was accepted at it, or a committed
   *     record can't be read
   */
  ReportedScale one() {
    String name = selection.scale(surroundings).name();
    return some(scale -> scale.name().equals(name), "nothing was accepted at scale " + name).get(0);
  }

  private List<ReportedScale> some(Predicate<Scale> wanted, String without) {
    List<ReportedScale> some = all(wanted);
    if (some.isEmpty()) {
      throw new InputException(
          surroundings.root().resolve("results").resolve("accepted").toString(),
          without + " whose records are all there",
          "run, judge and accept a scale, or leave --kept out");
    }
    return some;
  }

  // Scales know nothing of each other: each may have a processor of its own.
  private List<ReportedScale> all(Predicate<Scale> wanted) {
    return Scales.fromClasspath(surroundings.resources()).all().parallelStream()
        .filter(wanted)
        .flatMap(scale -> accepted(scale).stream())
        .toList();
  }

  private Optional<ReportedScale> accepted(Scale scale) {
    Path own = Places.committedRecords(surroundings, scale.name());
    Set<String> accepted = acceptedClaims(scale);
    if (accepted.isEmpty() || !Files.isDirectory(own)) {
      return Optional.empty();
    }
    List<Path> folders = List.of(own, Places.committedTruth(surroundings, scale));
    List<Claim> asked =
        selection.everyClaim(surroundings).stream()
            .filter(scale::asks)
            .filter(claim -> accepted.contains(claim.id()))
            .toList();
    Plan planned = Planner.plan(asked, scale, Overrides.none());
    List<Claim> whole = whole(asked, planned, folders);
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    Plan plan =
        whole.size() == asked.size() ? planned : Planner.plan(whole, scale, Overrides.none());
    List<RunRecord> records =
        RecordFolder.read(folders, plan.trials().stream().map(Trial::id).toList());
    Map<String, RunRecord> byId = ReportCommand.byId(records);
    Optional<Verdicts> filed = filed(whole, plan, byId);
    return Optional.of(
        new ReportedScale(
            filed.orElseGet(() -> Judge.judge(whole, plan, scale, records)),
            byId,
            scale.studies(),
            told(Origin.of(records), filed.isPresent() ? "judged then." : "judged anew.")));
  }

  /** What was judged when it was accepted, if it was of these claims, this plan, these records. */
  private Optional<Verdicts> filed(List<Claim> claims, Plan plan, Map<String, RunRecord> byId) {
    Map<String, String> hashes = new TreeMap<>();
    byId.forEach((id, record) -> hashes.put(id, RecordFile.sha256(record)));
    return Stream.of("cpu", "gpu")
        .map(device -> Places.acceptedVerdicts(surroundings, plan.scale(), device))
        .filter(Files::exists)
        .map(VerdictFile::read)
        .map(verdicts -> only(claims, plan, verdicts))
        .filter(verdicts -> verdicts.judgements().size() == claims.size())
        .filter(
            verdicts ->
                verdicts.judgements().stream()
                    .allMatch(judged -> hashes.entrySet().containsAll(judged.records().entrySet())))
        .findFirst();
  }

  private static Verdicts only(List<Claim> claims, Plan plan, Verdicts verdicts) {
    Set<String> protocols = claims.stream().map(plan::protocolHash).collect(Collectors.toSet());
    return new Verdicts(
        verdicts.schemaVersion(),
        verdicts.scale(),
        plan.protocolHash(),
        verdicts.judgements().stream()
            .filter(judgement -> protocols.contains(judgement.protocolHash()))
            .toList());
  }

  /** Records of one suite may bear out a claim of another, which nobody accepted at that scale. */
  private Set<String> acceptedClaims(Scale scale) {
    return Stream.of("cpu", "gpu")
        .map(device -> Places.accepted(surroundings, scale.name(), device))
        .filter(Files::exists)
        .flatMap(file -> AcceptedFile.read(file).entries().keySet().stream())
        .collect(Collectors.toSet());
  }

  /** The claims whose records are all there: a run that goes on for nights is shown once whole. */
  private static List<Claim> whole(List<Claim> asked, Plan plan, List<Path> folders) {
    return asked.stream()
        .filter(
            claim ->
                plan.trialsByClaim().get(claim.id()).stream()
                    .allMatch(id -> RecordCheck.find(folders, id).isPresent()))
        .toList();
  }

  private static String told(Origin origin, String judged) {
    return "Kept records, not of this run: made on "
        + String.join(" to ", origin.days())
        + " by commit "
        + String.join(", ", origin.commits())
        + ", "
        + judged;
  }
}
