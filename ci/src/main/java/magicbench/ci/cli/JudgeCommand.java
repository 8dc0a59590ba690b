package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import magicbench.results.own.OwnScores;
import magicbench.results.plan.Plan;
import magicbench.results.verdict.Estimate;
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
      "  magicbench judge --records results/records/laptop --out /tmp/judged",
      "  magicbench judge --scores scores.csv --truth truth.csv --against spos"
    })
final class JudgeCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Spec private CommandSpec spec;
  @Mixin private Selection selection;
  @Mixin private Places places;
  @Mixin private OwnScoresOption ownScores;

  JudgeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<Verdicts> own = ownScores.judged(places, surroundings, out);
    if (own.isPresent()) {
      print(own.get(), true, places.verdicts(surroundings, OwnScores.SCALE));
      Path index = places.site(surroundings, OwnScores.SCALE).resolve("index.html");
      out.println("Report: " + index);
      return ExitCode.OK.code();
    }
    return judgedRun();
  }

  private int judgedRun() {
    JudgedRun run = JudgedRun.of(selection.claims(surroundings), selection, places, surroundings);
    Plan plan = run.plan();
    Verdicts verdicts = run.verdicts();
    Path file = places.verdicts(surroundings, plan.scale());
    VerdictFile.write(file, verdicts);
    print(verdicts, plan.protocolHash().equals(selection.plan(surroundings).protocolHash()), file);
    return ExitCode.OK.code();
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
    String interval =
        effect
            .interval()
            .map(bounds -> String.format(Locale.ROOT, "[%.3f, %.3f]", bounds.low(), bounds.high()))
            .orElse("[no interval]");
    return String.format(
        Locale.ROOT, "%.3f %s, %d seeds", effect.value(), interval, effect.seeds());
  }
}
