package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import magicbench.results.claim.Claim;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;
import magicbench.results.plan.PlanFile;
import magicbench.results.plan.Trial;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Judge;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.VerdictFile;
import magicbench.results.verdict.Verdicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what follows from records; needs no engine. */
@Command(
    name = "judge",
    description = "Say what follows from records; needs no engine.",
    footer = {
      "  magicbench judge",
      "  magicbench judge --records results/records/laptop --out /tmp/judged"
    })
final class JudgeCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private Selection selection;
  @Mixin private Places places;

  JudgeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Plan current = selection.plan(surroundings);
    Plan plan = plan(current);
    List<Claim> claims =
        selection.claims(surroundings).stream()
            .filter(claim -> plan.trialsByClaim().containsKey(claim.id()))
            .toList();
    if (claims.isEmpty()) {
      throw new InputException(
          places.plan(surroundings, plan.scale()).toString(),
          "no claim of this selection is in the plan, only " + plan.trialsByClaim().keySet(),
          "choose another --suite or run again");
    }
    Verdicts verdicts =
        Judge.judge(
            claims,
            plan,
            selection.scale(surroundings),
            RecordFolder.read(
                places.records(surroundings, plan.scale()),
                plan.trials().stream().map(Trial::id).toList()));
    Path file = places.verdicts(surroundings, plan.scale());
    VerdictFile.write(file, verdicts);
    print(verdicts, plan.protocolHash().equals(current.protocolHash()), file);
    return ExitCode.OK.code();
  }

  // Records named by hand were not made by the plan that lies in the output folder.
  private Plan plan(Plan current) {
    Path file = places.plan(surroundings, current.scale());
    return places.recordsNamed() || !Files.exists(file) ? current : PlanFile.read(file);
  }

  private void print(Verdicts verdicts, boolean sameProtocol, Path file) {
    PrintWriter out = spec.commandLine().getOut();
    TextTable table = new TextTable("CLAIM", "AT SCALE", "VERDICT", "EFFECT");
    verdicts
        .judgements()
        .forEach(
            judgement ->
                table.row(
                    judgement.claim().id(),
                    judgement.scale() + " " + judgement.device(),
                    judgement.verdict().word(),
                    effect(judgement)));
    table.print(out);
    verdicts
        .judgements()
        .forEach(
            judgement ->
                out.println("-> " + judgement.claim().id() + ": " + judgement.verdict().reason()));
    if (!sameProtocol) {
      out.println(
          "Note: claims, scale or settings are not what this plan was made from, or only a part of"
              + " it was judged.");
    }
    out.println("Verdicts: " + file);
  }

  private static String effect(Judgement judgement) {
    return judgement.evidence().map(evidence -> text(evidence.effect())).orElse("not measured");
  }

  private static String text(Estimate effect) {
    return String.format(
        Locale.ROOT,
        "%.3f [%.3f, %.3f], %d seeds",
        effect.value(),
        effect.bounds().low(),
        effect.bounds().high(),
        effect.seeds());
  }
}
