package magicbench.ci.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import magicbench.results.plan.Trial;
import magicbench.results.record.Eta;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;

/** Progress for somebody who watches: one line that is written over and over. */
final class TerminalProgress implements TrialRunner.Progress {

  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int BAR = 10;
  private static final int WIDTH = 79;
  private static final long LEAST_MILLIS = 200;

  private final PrintWriter out;
  private final InstantSource clock;
  private final Eta eta;
  private long begunMillis;
  private long drawnMillis;
  private int trials;
  private int ended;

  TerminalProgress(PrintWriter out, InstantSource clock, Map<String, Double> weights) {
    this.out = out;
    this.clock = clock;
    this.eta = new Eta(weights);
  }

  @Override
  public synchronized void begins(int trialCount, int cached) {
    trials = trialCount;
    begunMillis = clock.millis();
    draw("starting, " + cached + " of " + trialCount + " trials reused");
  }

  @Override
  public synchronized void moved(Trial trial, double share, String message) {
    eta.moved(trial.id(), share);
    if (clock.millis() - drawnMillis >= LEAST_MILLIS) {
      draw(name(trial) + ": " + message);
    }
  }

  @Override
  public synchronized void ended(RunRecord record, boolean cached) {
    Trial trial = record.trial();
    ended++;
    if (cached) {
      eta.reused(trial.id());
    } else {
      eta.ended(trial.id());
    }
    if (record.outcome() != Outcome.COMPLETED) {
      out.print(CLEAR_LINE);
      out.println(name(trial) + ": " + record.outcome() + " (" + record.note() + ")");
    }
    draw(name(trial) + ": " + (cached ? "reused" : "done"));
    if (ended == trials) {
      out.println();
      out.flush();
    }
  }

  private void draw(String message) {
    drawnMillis = clock.millis();
    double share = eta.share();
    int filled = (int) Math.round(BAR * share);
    String line =
        String.format(
            Locale.ROOT,
            "[%s%s] %3.0f %%, %d/%d%s: %s",
            "#".repeat(filled),
            ".".repeat(BAR - filled),
            100 * share,
            ended,
            trials,
            left(),
            message);
    out.print(CLEAR_LINE + (line.length() <= WIDTH ? line : line.substring(0, WIDTH)));
    out.flush();
  }

  private String left() {
    return eta.left(Duration.ofMillis(clock.millis() - begunMillis))
        .map(left -> ", about " + Durations.text(left) + " left")
        .orElse("");
  }

  private static String name(Trial trial) {
    return trial.seed() == 0 ? trial.kind() : trial.kind() + " seed " + trial.seed();
  }
}
