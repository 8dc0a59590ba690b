package magicbench.ci.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import magicbench.results.claim.Claim;
import magicbench.results.file.Hashes;
import magicbench.results.history.HistoryEntries;
import magicbench.results.history.HistoryEntry;
import magicbench.results.history.Rules;
import magicbench.results.history.Shift;
import magicbench.results.history.Watch;
import magicbench.results.plan.Plan;
import magicbench.results.record.CommittedTruth;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;
import magicbench.results.verdict.Judge;

/** Holds a run against its history, and repeats it with fresh seeds where it looks worse. */
final class RunWatch {

  private static final int DRAWS = 999_999;

  private final Surroundings surroundings;
  private final Selection selection;
  private final List<HistoryEntry> entries;
  private final Watch watch;
  private final List<Shift> shifts;

  RunWatch(Surroundings surroundings, Selection selection, JudgedRun run, HistoryOption history) {
    this.surroundings = surroundings;
    this.selection = selection;
    entries = entries(run, selection, surroundings);
    watch =
        new Watch(
            Rules.OF_GATE,
            selection.everyClaim(surroundings),
            history.read(surroundings, run.plan().scale(), Devices.of(run.verdicts())));
    shifts = watch.of(entries);
  }

  static List<HistoryEntry> entries(JudgedRun run, Selection selection, Surroundings surroundings) {
    return HistoryEntries.of(
        run.verdicts(),
        run.plan(),
        ReportCommand.byId(run.records()),
        CommittedTruth.kinds(selection.everyClaim(surroundings)));
  }

  /** What moved by an amount that counts, one line each. */
  List<String> moved() {
    return shifts.stream()
        .filter(shift -> shift.kind() == Shift.Kind.BETTER || shift.kind() == Shift.Kind.WORSE)
        .map(RunWatch::text)
        .toList();
  }

  boolean looksWorse() {
    return !worse().isEmpty();
  }

  private List<Shift> worse() {
    return shifts.stream().filter(shift -> shift.kind() == Shift.Kind.WORSE).toList();
  }

  /**
   * Runs what looks worse once more, with fresh seeds.
   *
   * @return one line for each that is worse there too
   */
  List<String> regressions(TrialRunner.Request request, PrintWriter out) {
    Set<String> suspected = worse().stream().map(Shift::claim).collect(Collectors.toSet());
    List<Claim> claims =
        selection.everyClaim(surroundings).stream()
            .filter(claim -> suspected.contains(claim.id()))
            .toList();
    Plan plan = selection.repetition(surroundings, claims, draw());
    out.println(
        "Looks worse: " + suspected.stream().sorted().toList() + "; repeated with fresh seeds.");
    List<RunRecord> records =
        new ArrayList<>(
            CommittedTruth.in(
                    Places.committedTruth(surroundings, selection.scale(surroundings)),
                    selection.scale(surroundings).truthScale(),
                    selection.everyClaim(surroundings),
                    plan)
                .spare(surroundings.runner())
                .run(plan, request, RunProgress.of(surroundings, plan, out)));
    JudgedRun again =
        new JudgedRun(
            plan, records, Judge.judge(claims, plan, selection.scale(surroundings), records));
    return watch.confirmed(worse(), entries(again, selection, surroundings)).stream()
        .map(shift -> text(shift) + ", and so did the run before it")
        .toList();
  }

  /** The same for the same code and run, so that the store knows the repetition of a repetition. */
  private int draw() {
    String commits = String.join(",", entries.stream().map(HistoryEntry::commit).sorted().toList());
    long bits = Hashes.first64Bits(commits.getBytes(StandardCharsets.UTF_8));
    return 1 + (int) Long.remainderUnsigned(bits, DRAWS);
  }

  private static String text(Shift shift) {
    boolean isThroughput = shift.what() == Shift.What.THROUGHPUT;
    double scale = isThroughput ? 100 : 1;
    return String.format(
        Locale.ROOT,
        "%s: %s: %s moved by %.3f%s (%.3f to %.3f) from %.3f, the mean of %d runs; p = %.2g after"
            + " Holm's correction; %s",
        shift.kind().name().toLowerCase(Locale.ROOT),
        shift.claim(),
        isThroughput ? "trials a processor hour" : "effect",
        scale * shift.difference().orElseThrow(),
        isThroughput ? " %" : "",
        scale * shift.interval().orElseThrow().low(),
        scale * shift.interval().orElseThrow().high(),
        shift.before().orElseThrow(),
        shift.runs(),
        shift.adjustedPValue().orElseThrow(),
        shift.how());
  }
}
