package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import magicbench.results.own.OwnScores;
import magicbench.results.own.ScoreTable;
import magicbench.results.plan.PlanFile;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import magicbench.results.report.ReportedScale;
import magicbench.results.report.Site;
import magicbench.results.verdict.Judge;
import magicbench.results.verdict.VerdictFile;
import magicbench.results.verdict.Verdicts;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Scores that were made elsewhere, instead of a run of our own. */
final class OwnScoresOption {

  private static final double TOLERANCE = 0.05;

  /** Null where none are given: picocli fills a group only so. */
  @ArgGroup(exclusive = false)
  private Files files;

  /** Two files belong together; how they are read is up to the reader. */
  static final class Files {

    @Option(
        names = "--scores",
        required = true,
        paramLabel = "CSV",
        description = "Scores made elsewhere: method, seed, architecture, score.")
    private Path scores;

    @Option(
        names = "--truth",
        required = true,
        paramLabel = "FILE",
        description = {
          "Their truth: architecture, score and, if trained several times, seed.",
          "A name in .json is NAS-Bench-Macro or NAS-Bench-BERT as published."
        })
    private Path truth;

    @Option(
        names = "--truth-column",
        paramLabel = "NAME",
        description = {
          "Which column of the truth is the score (default: score;",
          "of NAS-Bench-Macro test_acc, of NAS-Bench-BERT glue)."
        })
    private String truthColumn;

    @Option(
        names = "--against",
        paramLabel = "METHOD",
        description =
            "The method that the others are held against (default: scores drawn at random).")
    private String against = OwnScores.CHANCE;

    @Option(
        names = "--tolerance",
        paramLabel = "TAU",
        description = "The smallest gain of Kendall's tau-b that counts (default: 0.05).")
    private double tolerance = TOLERANCE;

    @Option(
        names = "--lower-is-better",
        description = "Scores and truth are losses (default: high is good).")
    private boolean lowIsGood;
  }

  /** The scores, judged; empty where none are given. */
  Optional<Verdicts> judged(Places places, Surroundings surroundings, PrintWriter out) {
    return Optional.ofNullable(files).map(given -> judged(given, places, surroundings, out));
  }

  private static Verdicts judged(
      Files given, Places places, Surroundings surroundings, PrintWriter out) {
    OwnScores own =
        OwnScores.of(
            ScoreTable.ofSuperNets(given.scores),
            ScoreTable.ofTruth(
                given.truth, Optional.ofNullable(given.truthColumn), given.lowIsGood),
            new OwnScores.Question(given.against, given.tolerance, given.lowIsGood));
    out.println(own.coverage());
    Verdicts verdicts = Judge.judge(own.claims(), own.plan(), own.scale(), own.records());
    PlanFile.write(places.plan(surroundings, OwnScores.SCALE), own.plan());
    Map<String, RunRecord> byId = new TreeMap<>();
    own.records().forEach(record -> byId.put(record.trial().id(), record));
    Path folder = places.records(surroundings, OwnScores.SCALE);
    byId.forEach((id, record) -> RecordFile.write(folder.resolve(id + ".json"), record));
    VerdictFile.write(places.verdicts(surroundings, OwnScores.SCALE), verdicts);
    Site.write(
        List.of(new ReportedScale(verdicts, byId)),
        List.of(),
        places.site(surroundings, OwnScores.SCALE));
    return verdicts;
  }
}
